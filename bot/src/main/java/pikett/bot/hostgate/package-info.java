/// What Pikett's key may do on a host: read off what Pikett itself would send there, and written down as a
/// script, as options of the key, and as rules of sudo.
///
/// Pure but for [pikett.bot.hostgate.Survey], which asks everything that Pikett asks, and gets no answer.
@NullMarked
package pikett.bot.hostgate;

import org.jspecify.annotations.NullMarked;
