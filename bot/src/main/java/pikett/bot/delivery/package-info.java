/// The outbox's sender for Telegram: renders when it leaves, edits in place, declares its rate.
@NullMarked
package pikett.bot.delivery;

import org.jspecify.annotations.NullMarked;
