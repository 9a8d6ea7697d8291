-- Every number that is read again and again, by check, name and part.
-- fingerprint: of the three; name: as a condition writes it; part: labels as JSON, {} for the whole.
-- summed: 1 for what is counted anew at each look, such as lines; 0 for levels.
-- seen_at: of a point that was at most a day older than the newest.
CREATE TABLE reading_series (
    id ${id},
    fingerprint TEXT NOT NULL UNIQUE,
    check_id TEXT NOT NULL,
    name TEXT NOT NULL,
    part TEXT NOT NULL,
    summed INTEGER NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX reading_series_seen ON reading_series (seen_at);

-- The numbers. In the order of time, so that what is read together lies together: a settling writes one
-- or two pages, and what is too old is deleted page by page.
CREATE TABLE reading_points (
    at BIGINT NOT NULL,
    series BIGINT NOT NULL,
    number DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (at, series)
) ${clustered};

-- Until when points have been thinned out; one row.
CREATE TABLE reading_thinnings (
    id INTEGER NOT NULL PRIMARY KEY,
    until_at BIGINT NOT NULL
);
