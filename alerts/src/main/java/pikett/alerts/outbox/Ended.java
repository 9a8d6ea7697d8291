package pikett.alerts.outbox;

/// An attempt that is over, not yet written down.
record Ended(Claimed claimed, SendOutcome outcome) {}
