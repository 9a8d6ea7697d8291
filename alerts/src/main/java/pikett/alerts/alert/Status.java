package pikett.alerts.alert;

/// What a report says of its alert.
public enum Status {
    /// It is so.
    FIRING,
    /// It is over.
    RESOLVED
}
