-- One row: when Pikett was last there to hear heartbeats. What lies between that and the next start, or a
-- long silence, is an absence.
CREATE TABLE heartbeat_watch (
    watch INTEGER NOT NULL PRIMARY KEY,
    awake_at BIGINT NOT NULL
);
