-- Logins that were begun and not known to have succeeded. A login has two slots; while both are taken
-- and the younger one is less than an hour old, no further login is begun. The primary key is what
-- keeps two processes from taking the same slot.
CREATE TABLE login_failures (
    login    TEXT    NOT NULL,
    slot     INTEGER NOT NULL,
    attempt  TEXT    NOT NULL,
    begun_at BIGINT  NOT NULL,
    PRIMARY KEY (login, slot)
);
