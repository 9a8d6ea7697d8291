-- Which conditions held when they were known last, as they are written, a JSON array: while one of them is
-- not known it upholds what fires, also after a start. Rows that are quiet are kept as long as their
-- firing_since, which is of the last time then, is needed to tell the next time from it.
ALTER TABLE check_states ADD COLUMN held TEXT NOT NULL DEFAULT '[]';
