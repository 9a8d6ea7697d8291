-- What a person takes. state: OPEN, TAKEN, RESOLVED.
-- severity: of what fires now, then of what fired last; worst: of its whole life.
-- firing: how many of its alerts fire. changes: when it last began or ceased to fire, in milliseconds
--         with commas; change_count: how often, all in all; flapping: whether that is too often.
-- face, details: fingerprints of what its card last said; card_at: when; stale: it says something old.
-- held: 1 while some chat is not told because of a mute. wake_at: when time alone changes something.
CREATE TABLE incidents (
    number BIGINT NOT NULL PRIMARY KEY,
    group_key TEXT NOT NULL,
    group_labels TEXT NOT NULL,
    state TEXT NOT NULL,
    severity TEXT NOT NULL,
    worst TEXT NOT NULL,
    firing INTEGER NOT NULL,
    opened_at BIGINT NOT NULL,
    taken_by TEXT,
    taken_at BIGINT,
    resolved_at BIGINT,
    changes TEXT NOT NULL,
    change_count INTEGER NOT NULL,
    flapping INTEGER NOT NULL,
    face TEXT NOT NULL,
    details TEXT NOT NULL,
    card_at BIGINT,
    stale INTEGER NOT NULL,
    held INTEGER NOT NULL,
    wake_at BIGINT
);
CREATE INDEX incidents_by_group ON incidents (group_key, number);
CREATE INDEX incidents_open ON incidents (number) WHERE state <> 'RESOLVED';
CREATE INDEX incidents_wake ON incidents (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX incidents_resolved ON incidents (resolved_at);

-- Taken by each transaction that writes incidents, so that one comes after the other.
CREATE TABLE incident_numbers (only_row INTEGER NOT NULL PRIMARY KEY, last BIGINT NOT NULL);
INSERT INTO incident_numbers (only_row, last) VALUES (1, 0);

-- What each chat was told of an incident. told_at: first; rang_at: last with more than an edit.
-- disturbed: 1 when it was told with sound. severity: the worst that it was told.
-- notes: how many messages beside the card. ended_at: told that it is over, or there was nothing to tell.
-- hiding: a JSON list of what hides alerts of it from the chat now.
CREATE TABLE incident_tellings (
    incident BIGINT NOT NULL,
    chat TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    told_at BIGINT,
    rang_at BIGINT,
    disturbed INTEGER NOT NULL,
    severity TEXT NOT NULL,
    repeats INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    ended_at BIGINT,
    reason TEXT NOT NULL,
    hiding TEXT NOT NULL,
    PRIMARY KEY (incident, chat)
);
CREATE INDEX incident_tellings_by_chat ON incident_tellings (chat, told_at);

-- Why a chat was told, or not: a row whenever the reason becomes another.
CREATE TABLE incident_reasons (
    id ${id},
    incident BIGINT NOT NULL,
    chat TEXT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX incident_reasons_by_incident ON incident_reasons (incident, id);

-- What happened to an incident, for people.
CREATE TABLE incident_timeline (
    id ${id},
    incident BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX incident_timeline_by_incident ON incident_timeline (incident, id);
