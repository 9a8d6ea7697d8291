-- What each check has come to, for each of its alerts: so that a start does not forget since when
-- something holds, and so that what fired for a check that is gone can be ended.
-- warning, critical: QUIET, PENDING, FIRING, ENDING; *_since: of PENDING when it was first seen to hold,
--                    of ENDING when it was first seen to be gone.
-- labels: of the alert, as JSON. Rows of alerts that are quiet are not kept.
CREATE TABLE check_states (
    check_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    labels TEXT NOT NULL,
    warning TEXT NOT NULL,
    warning_since BIGINT,
    critical TEXT NOT NULL,
    critical_since BIGINT,
    firing_since BIGINT,
    PRIMARY KEY (check_id, fingerprint)
);
