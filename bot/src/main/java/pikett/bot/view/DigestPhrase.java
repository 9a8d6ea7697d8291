package pikett.bot.view;

import pikett.bot.language.Phrase;

/// A digest.
enum DigestPhrase implements Phrase {
    HEAD,
    HEAD_UNTIL,
    QUIET,
    QUIET_UNTIL,
    NONE_OPEN,
    MORE_OPEN,
    OPENED,
    CRITICAL,
    ENDED,
    UNTAKEN,
    LONGEST,
    LONGEST_OF,
    MEANS,
    MEAN_TO_TAKE,
    MEAN_TO_END,
    NOISE,
    SILENCES,
    DEAD,
    DEAD_LINE,
    BROKEN,
    CERTIFICATE,
    CERTIFICATE_OVER,
    CERTIFICATE_END,
    GROWING,
    RESTARTED,
    DETAILS,
    SHORT,
    HOW
}
