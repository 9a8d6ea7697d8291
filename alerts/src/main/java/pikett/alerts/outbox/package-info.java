/// The durable list of things to say: order, retry, coalescing, and the port through which they leave.
///
/// Knows no chat system and does not render.
@NullMarked
package pikett.alerts.outbox;

import org.jspecify.annotations.NullMarked;
