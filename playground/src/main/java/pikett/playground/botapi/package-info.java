/// Speaks Telegram's Bot API over HTTP for the bot of a cloud. What people can see and do is not
/// decided here but in `pikett.playground.telegram`.
@NullMarked
package pikett.playground.botapi;

import org.jspecify.annotations.NullMarked;
