/// What hosts and services said, made ready for a person: folded logs, opened health bodies. Pure.
///
/// Reaches nothing and words nothing.
@NullMarked
package pikett.bot.evidence;

import org.jspecify.annotations.NullMarked;
