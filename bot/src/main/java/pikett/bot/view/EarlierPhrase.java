package pikett.bot.view;

import pikett.bot.language.Phrase;

/// What changed on a host before an incident there.
enum EarlierPhrase implements Phrase {
    HEAD,
    RESTART,
    RUNBOOK,
    INCIDENT,
    GOES_ON,
    SUCCEEDED,
    FAILED,
    STOPPED,
    UNKNOWN
}
