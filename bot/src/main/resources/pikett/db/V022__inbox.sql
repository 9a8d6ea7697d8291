-- Updates from Telegram, kept before the next poll acknowledges them.
-- state: WAITING, STARTED (handed over, work going on), DONE, INTERRUPTED (cut off and reported), UNREADABLE.
CREATE TABLE inbox_updates (
    id ${id},
    bot BIGINT NOT NULL,
    update_id BIGINT NOT NULL,
    chat BIGINT,
    message_id BIGINT,
    raw TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    changed_at BIGINT,
    state TEXT NOT NULL,
    UNIQUE (bot, update_id),
    UNIQUE (bot, chat, message_id)
);
CREATE INDEX inbox_updates_by_state ON inbox_updates (state, id);
