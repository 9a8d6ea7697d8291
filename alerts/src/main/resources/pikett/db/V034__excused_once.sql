-- When Pikett was back last after an absence in which a beat of this heartbeat may have been lost.
ALTER TABLE heartbeats ADD COLUMN excused_at BIGINT;
