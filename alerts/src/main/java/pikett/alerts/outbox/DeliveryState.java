package pikett.alerts.outbox;

/// Where a delivery stands.
public enum DeliveryState {
    /// Waits for its turn; nothing of it has arrived.
    QUEUED,
    /// An attempt goes on.
    SENDING,
    /// An attempt may have arrived; it waits to be sent once more, marked as a repeat.
    UNKNOWN,
    /// It arrived.
    SENT,
    /// It was given up, for a reason that is kept.
    DEAD
}
