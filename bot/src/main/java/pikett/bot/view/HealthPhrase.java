package pikett.bot.view;

import pikett.bot.language.Phrase;

/// A health endpoint, opened up.
enum HealthPhrase implements Phrase {
    WELL,
    DEGRADED,
    UNWELL,
    UNKNOWN_OVERALL,
    NO_ANSWER,
    ANSWERED_IN,
    BAD_STATUS,
    BEHIND_PROXY,
    BEHIND_PROXY_AT,
    NOT_READABLE,
    PART_UNKNOWN,
    NO_ENDPOINT,
    CUT_OFF,
    AS_OF,
    REFRESH,
    RESTART,
    LOGS,
    STATUS
}
