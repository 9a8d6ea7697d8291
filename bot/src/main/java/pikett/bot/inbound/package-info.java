/// The HTTP listener: what it lets in, by which routes, and Pikett's own health and metrics.
///
/// Knows no payload and decides nothing about alerts. Loopback unless configured otherwise.
@NullMarked
package pikett.bot.inbound;

import org.jspecify.annotations.NullMarked;
