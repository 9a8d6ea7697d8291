-- When each chore ran last: the clock forgets, this does not.
-- scheduled_at: for which of its times; never becomes earlier, so that no time is used twice.
CREATE TABLE chore_runs (
    chore TEXT NOT NULL PRIMARY KEY,
    scheduled_at BIGINT NOT NULL,
    started_at BIGINT NOT NULL
);
CREATE INDEX chore_runs_started ON chore_runs (started_at);
