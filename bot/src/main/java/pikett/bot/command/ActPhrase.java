package pikett.bot.command;

import pikett.bot.language.Phrase;

/// What is said about acts on hosts, beside the cards of the runs themselves.
enum ActPhrase implements Phrase {
    STARTED,
    AGREED,
    CANCELLED,
    STOPPING,
    GONE,
    BUSY,
    NOT_PERMITTED,
    OTHER_MESSAGE,
    TAKEN,
    ALREADY_CANCELLED,
    EXPIRED,
    NOT_YOURS,
    NEEDS_ANOTHER_PERSON,
    ALREADY_AGREED,
    PLAN_CHANGED,
    MISSING_VALUE,
    WRONG_VALUE,
    EXAMPLE,
    TOO_MANY_VALUES,
    ABSENT
}
