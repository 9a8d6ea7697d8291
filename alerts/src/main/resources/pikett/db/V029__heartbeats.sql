-- What was heard of each job that must call in. Times only become later.
-- counts_from: nothing that came before it is waited for: the first time that Pikett saw the heartbeat,
-- or was back after an absence in which a beat may have been lost.
-- exit_code: how the run of failed_at ended, if it told that; tail: the end of what it said.
CREATE TABLE heartbeats (
    heartbeat TEXT NOT NULL PRIMARY KEY,
    counts_from BIGINT NOT NULL,
    started_at BIGINT,
    succeeded_at BIGINT,
    failed_at BIGINT,
    exit_code INTEGER,
    tail TEXT NOT NULL
);
