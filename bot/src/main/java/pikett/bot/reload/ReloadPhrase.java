package pikett.bot.reload;

import pikett.bot.language.Phrase;

/// What is said of a configuration that was loaded anew.
enum ReloadPhrase implements Phrase {
    SUMMARY,
    FOLLOWED,
    SAME,
    MISTAKEN,
    NEEDS_RESTART,
    FAILED,
    STAYS,
    BY_SIGNAL,
    SECRETS,
    PERSON,
    HOST,
    SERVICE,
    QUEUE,
    CHECK,
    HEARTBEAT,
    RUNBOOK,
    DIGEST,
    CHAT,
    SOURCE,
    CHANNEL,
    MUTE_WINDOW
}
