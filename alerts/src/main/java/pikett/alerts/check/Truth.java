package pikett.alerts.check;

/// What a reading says of a condition, in Kleene's logic of three values.
public enum Truth {
    /// It is so.
    HOLDS,
    /// It is not so.
    NOT,
    /// The reading does not tell; that is neither of the others.
    UNKNOWN;

    /// Whether at least one of both holds.
    public Truth or(Truth other) {
        if (this == HOLDS || other == HOLDS) {
            return HOLDS;
        }
        return this == NOT && other == NOT ? NOT : UNKNOWN;
    }
}
