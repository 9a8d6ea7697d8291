package pikett.bot.language;

/// Units.
enum FiguresPhrase implements Phrase {
    MILLISECONDS,
    SECONDS,
    MINUTES,
    HOURS,
    DAYS,
    BYTES,
    KIBIBYTES,
    MEBIBYTES,
    GIBIBYTES,
    PERCENT
}
