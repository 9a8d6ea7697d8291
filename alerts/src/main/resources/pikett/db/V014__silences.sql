-- What people hid. matchers: a JSON list of {name, comparison, value}.
-- channel, address: where it was made. matched_at: when it last hid something; warned: 1 when was said
-- that it ends soon. ended_*: how it ended before until_at.
CREATE TABLE silences (
    id ${id},
    matchers TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    channel TEXT,
    address TEXT,
    matched_at BIGINT,
    warned INTEGER NOT NULL,
    ended_at BIGINT,
    ended_why TEXT,
    ended_by TEXT
);
CREATE INDEX silences_by_end ON silences (until_at);
