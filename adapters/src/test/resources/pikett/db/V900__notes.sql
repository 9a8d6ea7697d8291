CREATE TABLE notes (id ${id}, text TEXT NOT NULL UNIQUE, written_at BIGINT NOT NULL);
