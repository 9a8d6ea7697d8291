/// One class per command: reads the request, asks the adapters, shows cards.
///
/// Renders nothing by itself and sends nothing by itself.
@NullMarked
package pikett.bot.command;

import org.jspecify.annotations.NullMarked;
