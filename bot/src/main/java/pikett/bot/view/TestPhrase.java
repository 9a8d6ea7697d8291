package pikett.bot.view;

import pikett.bot.language.Phrase;

/// The test message.
enum TestPhrase implements Phrase {
    SENDING,
    ARRIVED,
    NOT_ARRIVED,
    AGAIN
}
