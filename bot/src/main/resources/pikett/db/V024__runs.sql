-- A plan that waits for somebody's yes. Redeemed once, by compare and set on its state.
CREATE TABLE offers (
    nonce TEXT PRIMARY KEY,
    plan TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    requester TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    correlation TEXT NOT NULL,
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX offers_expiry ON offers (expires_at);

-- Distinct persons who agreed, the requester among them.
CREATE TABLE agreements (
    nonce TEXT NOT NULL REFERENCES offers (nonce) ON DELETE CASCADE,
    person TEXT NOT NULL,
    PRIMARY KEY (nonce, person)
);

-- One execution of a plan. An open one that nobody runs any more is a run whose outcome is unknown.
CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL,
    requester TEXT NOT NULL,
    approvers TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    correlation TEXT NOT NULL,
    audit_id BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    step INTEGER NOT NULL,
    ended_at BIGINT,
    outcome TEXT
);
CREATE INDEX runs_open ON runs (ended_at);

-- What a run may touch alone: a service, a runbook.
CREATE TABLE run_locks (
    target TEXT PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES runs (id),
    person TEXT NOT NULL,
    since BIGINT NOT NULL
);
