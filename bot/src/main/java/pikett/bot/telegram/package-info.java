/// The edge to Telegram: polling into a durable inbox, decoding, sending, errors turned into outcomes.
///
/// The only package that knows the TelegramBots library. Decides nothing about people or commands.
@NullMarked
package pikett.bot.telegram;

import org.jspecify.annotations.NullMarked;
