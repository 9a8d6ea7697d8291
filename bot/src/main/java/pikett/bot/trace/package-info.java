/// What happened on the way from an update to an answer, and from a look to a message, for whoever collects traces.
@NullMarked
package pikett.bot.trace;

import org.jspecify.annotations.NullMarked;
