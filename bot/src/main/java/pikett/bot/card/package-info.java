/// What people read, rendered purely: facts to text and buttons, per language.
///
/// Knows no Telegram library, no store and no clock.
@NullMarked
package pikett.bot.card;

import org.jspecify.annotations.NullMarked;
