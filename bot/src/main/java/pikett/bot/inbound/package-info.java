/// The HTTP listener: what it lets in, by which routes and from whom, and Pikett's own health and metrics.
///
/// What a payload means is read elsewhere, and what an alert means too. Loopback unless configured
/// otherwise.
@NullMarked
package pikett.bot.inbound;

import org.jspecify.annotations.NullMarked;
