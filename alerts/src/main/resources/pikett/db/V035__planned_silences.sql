-- planned: 1 when it was made to begin later, at from_at. begun: 0 while it hides nothing yet.
ALTER TABLE silences ADD COLUMN planned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE silences ADD COLUMN begun INTEGER NOT NULL DEFAULT 1;
