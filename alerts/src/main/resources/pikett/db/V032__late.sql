-- Incidents of which Telegram did not take something critical in time, so that the fallback tells of them.
CREATE TABLE late_incidents (
    incident BIGINT NOT NULL PRIMARY KEY,
    noted_at BIGINT NOT NULL
);

-- What is looked at every second, to find them. Few rows: what was sent is not among them.
CREATE INDEX outbox_deliveries_late ON outbox_deliveries (created_at)
    WHERE urgency = 3 AND state <> 'SENT';
