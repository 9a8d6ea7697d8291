package pikett.alerts.check;

/// What may be believed of a target that is looked at.
public enum Outlook {
    /// It was reached the last time, or nothing is known against it.
    SEEN,
    /// It was not reached, and whether that is its fault cannot be told yet.
    UNSURE,
    /// It was not reached while others were: it is the target.
    GONE,
    /// Nothing was reached: it is us.
    BLIND
}
