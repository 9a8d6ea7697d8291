package pikett.bot.setup;

import pikett.bot.language.Phrase;

/// What the bot says on the phone while it is set up.
enum SetupPhrase implements Phrase {
    NUMBER,
    KNOWN
}
