/// How Pikett logs: text on a terminal, JSON otherwise, everything through the redactor.
///
/// The only package that knows logback.
@NullMarked
package pikett.bot.log;

import org.jspecify.annotations.NullMarked;
