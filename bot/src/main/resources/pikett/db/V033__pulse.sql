-- Written now and then, to know that the database can be written.
CREATE TABLE pulse (only_row INTEGER NOT NULL PRIMARY KEY, at BIGINT NOT NULL);
