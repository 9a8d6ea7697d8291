/// The bot is killed, at every point where it matters and at random, and nothing may be lost, done twice
/// or kept from people.
///
/// `./dev chaos` runs [Chaos]; a short set of it is a test.
@NullMarked
package pikett.bot.chaos;

import org.jspecify.annotations.NullMarked;
