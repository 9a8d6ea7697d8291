package pikett.bot.view;

import pikett.bot.language.Phrase;

/// Queues.
enum QueuePhrase implements Phrase {
    WAITING,
    ACTIVE,
    DELAYED,
    PRIORITIZED,
    FAILED,
    COMPLETED,
    PAUSED,
    WORKERS,
    NOBODY_WORKS,
    OLDEST,
    LAST_HOUR,
    STEADY,
    RISING,
    RISING_SLOWLY,
    FALLING,
    FALLING_SLOWLY,
    CLEARS,
    SINCE_LAST_LOOK,
    WHAT_FAILED,
    TRIES,
    UNREADABLE,
    AS_OF,
    REFRESH,
    OTHERS
}
