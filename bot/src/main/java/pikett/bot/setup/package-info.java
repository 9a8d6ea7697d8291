/// The first configuration: the conversation on the terminal and on the phone out of which it comes.
///
/// Reaches Telegram through `bot.telegram`, and hosts through a port of its own; reads no arguments and
/// prints nothing past the terminal that it is given.
@NullMarked
package pikett.bot.setup;

import org.jspecify.annotations.NullMarked;
