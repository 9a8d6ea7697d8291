package pikett.bot.view;

import pikett.bot.language.Phrase;

/// Help and greeting.
enum HelpPhrase implements Phrase {
    GREETING,
    TITLE,
    HINT
}
