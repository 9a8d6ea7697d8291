package pikett.bot.channel;

import pikett.bot.language.Phrase;

/// What channels beside Telegram add to what people read.
enum ChannelPhrase implements Phrase {
    /// Above a message that may have arrived before.
    REPEATED
}
