package pikett.bot.view;

import pikett.bot.language.Phrase;

/// Logs.
enum LogsPhrase implements Phrase {
    TITLE,
    FILTERED,
    NO_LINES,
    NO_MATCH,
    NO_ERRORS,
    ERRORS,
    OTHERS,
    MORE,
    NOT_READ,
    FULL_TEXT,
    REFRESH,
    RESTART,
    STATUS
}
