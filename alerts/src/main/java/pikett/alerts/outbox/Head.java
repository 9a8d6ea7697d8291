package pikett.alerts.outbox;

import java.time.Instant;

/// The delivery whose turn is next at a destination.
///
/// @param urgency its rank, higher goes earlier
/// @param due not before this: its own wait, its destination's and its channel's
record Head(DeliveryId id, Destination to, int urgency, Instant due) {}
