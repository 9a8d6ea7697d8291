-- When each job ran last: the clock forgets, this does not.
-- scheduled_at: for which of its times; never becomes earlier, so that no time is used twice.
CREATE TABLE job_runs (
    job TEXT NOT NULL PRIMARY KEY,
    scheduled_at BIGINT NOT NULL,
    started_at BIGINT NOT NULL
);
CREATE INDEX job_runs_started ON job_runs (started_at);
