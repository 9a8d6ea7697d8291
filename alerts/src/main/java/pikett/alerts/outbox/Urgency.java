package pikett.alerts.outbox;

/// Which delivery of all that are due goes first, ordered: a later constant goes earlier.
public enum Urgency {
    /// Digests, summaries, files.
    LOW,
    /// Alerts that wake nobody.
    NORMAL,
    /// What a person has just asked for.
    ANSWER,
    /// Critical alerts.
    CRITICAL
}
