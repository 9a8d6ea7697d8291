/// Loading the configuration anew while Pikett runs: what is said of it, and to whom. How it is done is the
/// wiring's.
@NullMarked
package pikett.bot.reload;

import org.jspecify.annotations.NullMarked;
