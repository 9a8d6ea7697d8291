package pikett.bot.delivery;

import pikett.bot.language.Phrase;

/// What the way to people adds to what they read.
enum DeliveryPhrase implements Phrase {
    /// Above a message that may have arrived before.
    REPEATED,
    /// Above a message whose topic no longer exists.
    TOPIC_GONE,
    /// Below the file that holds the whole text of a message that was cut.
    WHOLE_TEXT
}
