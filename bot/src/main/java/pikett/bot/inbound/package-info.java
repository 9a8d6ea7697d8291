/// The HTTP listener: Pikett's own health and metrics.
///
/// Changes nothing: every route only reads. Loopback unless configured otherwise.
@NullMarked
package pikett.bot.inbound;

import org.jspecify.annotations.NullMarked;
