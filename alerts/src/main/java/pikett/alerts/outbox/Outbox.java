package pikett.alerts.outbox;

import org.jdbi.v3.core.Handle;

/// The durable list of things to say.
///
/// Safe for use by many threads.
public interface Outbox {
    /// Adds a delivery within the caller's transaction: it is said if, and only if, that commits.
    ///
    /// A delivery of the same subject to the same destination that still waits is replaced.
    ///
    /// @param silent without sound
    DeliveryId post(
            Handle transaction,
            Destination to,
            Subject subject,
            Content content,
            Urgency urgency,
            boolean silent);
}
