-- Things to say, each to one destination.
-- state: QUEUED, SENDING (an attempt goes on), UNKNOWN (may have arrived; is sent once more, marked),
--        SENT, DEAD (reason says why).
-- urgency: 0 low, 1 normal, 2 answer, 3 critical.
-- message_id: of the message that the attempt edits, then of the message that it became.
CREATE TABLE outbox_deliveries (
    id ${id},
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    urgency INTEGER NOT NULL,
    silent INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    maybe_repeat INTEGER NOT NULL,
    message_id TEXT,
    reason TEXT,
    created_at BIGINT NOT NULL,
    wanted_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX outbox_deliveries_waiting ON outbox_deliveries (channel, address, urgency DESC, id)
    WHERE state IN ('QUEUED', 'UNKNOWN');
CREATE INDEX outbox_deliveries_waiting_subject ON outbox_deliveries (channel, address, subject, id)
    WHERE state IN ('QUEUED', 'UNKNOWN');
CREATE INDEX outbox_deliveries_by_state ON outbox_deliveries (state, changed_at);

-- Every destination that was ever written to.
CREATE TABLE outbox_destinations (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    wait_until BIGINT NOT NULL,
    moved_to TEXT,
    broken_reason TEXT,
    broken_since BIGINT,
    PRIMARY KEY (channel, address)
);

-- Channels that asked for a pause everywhere.
CREATE TABLE outbox_channels (
    channel TEXT NOT NULL PRIMARY KEY,
    wait_until BIGINT NOT NULL
);

-- Which message carries a subject, to edit it.
CREATE TABLE outbox_messages (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (channel, address, subject),
    UNIQUE (channel, address, message_id)
);
