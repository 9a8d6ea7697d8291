package pikett.bot.channel;

import pikett.bot.language.Phrase;

/// What channels beside Telegram add to what people read.
enum ChannelPhrase implements Phrase {
    /// Above a message that may have arrived before.
    REPEATED,
    /// Telegram does not know the token.
    TOKEN_REFUSED,
    /// Somebody else uses the token.
    ANOTHER_INSTANCE,
    /// Telegram takes what we say again.
    TELEGRAM_WORKS
}
