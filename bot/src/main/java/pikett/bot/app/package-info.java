/// The command line and the wiring: start, stop, in order.
///
/// The only package that constructs adapters, and the only one with a clock and a pause of the real
/// world.
@NullMarked
package pikett.bot.app;

import org.jspecify.annotations.NullMarked;
