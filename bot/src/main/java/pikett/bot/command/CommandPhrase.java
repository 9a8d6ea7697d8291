package pikett.bot.command;

import pikett.bot.language.Phrase;

/// What each command does, in a line; also the command menu of Telegram.
enum CommandPhrase implements Phrase {
    STATUS,
    HEALTH,
    LOGS,
    QUEUE,
    RESTART,
    RECOVER,
    ALERTS,
    ACK,
    SILENCE,
    SILENCES,
    WHY,
    CHECKS,
    DIGEST,
    TEST,
    HELP,
    WHOAMI
}
