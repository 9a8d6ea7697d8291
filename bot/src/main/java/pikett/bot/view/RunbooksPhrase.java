package pikett.bot.view;

import pikett.bot.language.Phrase;

/// The list of runbooks.
enum RunbooksPhrase implements Phrase {
    WHICH,
    NONE,
    AGREEMENTS
}
