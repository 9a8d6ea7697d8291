-- What a mute window holds back from a chat until it ends; then it is summed up and deleted.
CREATE TABLE held_back (
    chat TEXT NOT NULL,
    mute_window TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    incident BIGINT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (until_at, chat, mute_window, incident)
);

-- Destinations of which is known that nothing arrives, so that the admins are told once.
CREATE TABLE broken_routes (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    reason TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (channel, address)
);

-- Chats that have one card of a storm in place of many. arrived_at: when the last incident came to it;
-- rang: 1 when it made a sound.
-- awake_until: nothing makes a sound there until then, because a person is awake.
CREATE TABLE storms (
    chat TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    arrived_at BIGINT NOT NULL,
    rang INTEGER NOT NULL,
    ended_at BIGINT,
    awake_until BIGINT,
    awake_by TEXT,
    PRIMARY KEY (chat, began_at)
);

-- The incidents that a storm's card tells of.
CREATE TABLE storm_incidents (
    chat TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    incident BIGINT NOT NULL,
    PRIMARY KEY (chat, began_at, incident)
);
CREATE INDEX storm_incidents_by_incident ON storm_incidents (incident);
