-- 0: begins at from_at, and hides nothing before.
ALTER TABLE silences ADD COLUMN begun INTEGER NOT NULL DEFAULT 1;
