-- One row for each time that an alert fired.
-- latest: 1 for the last time of its fingerprint, which is what the next report is merged with.
-- seen_*: what the report said that tells most; worst: the worst severity of this time.
-- incident: to which it belongs; none for a resolution of what was never seen firing.
CREATE TABLE alerts (
    fingerprint TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    latest INTEGER NOT NULL,
    source TEXT NOT NULL,
    labels TEXT NOT NULL,
    resolved_at BIGINT,
    seen_status TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    severity TEXT NOT NULL,
    facts TEXT NOT NULL,
    worst TEXT NOT NULL,
    incident BIGINT,
    PRIMARY KEY (fingerprint, starts_at)
);
CREATE UNIQUE INDEX alerts_latest ON alerts (fingerprint) WHERE latest = 1;
CREATE INDEX alerts_firing ON alerts (starts_at) WHERE latest = 1 AND resolved_at IS NULL;
CREATE INDEX alerts_by_incident ON alerts (incident);
