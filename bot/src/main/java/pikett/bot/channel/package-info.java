/// The ways out beside Telegram: what is said there, in plain text, and how it leaves.
///
/// Knows no Telegram, no mail library and no HTTP library; decides nothing about who is told.
@NullMarked
package pikett.bot.channel;

import org.jspecify.annotations.NullMarked;
