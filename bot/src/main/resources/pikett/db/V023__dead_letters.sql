-- Updates that nobody could read, for the people who will teach Pikett to.
CREATE TABLE dead_letters (
    id ${id},
    bot BIGINT NOT NULL,
    inbox_id BIGINT,
    raw TEXT NOT NULL,
    reason TEXT NOT NULL,
    received_at BIGINT NOT NULL
);
