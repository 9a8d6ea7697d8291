package pikett.alerts.check;

/// What a reading says of both severities.
///
/// @param warning whether it is at least a warning: what is critical always is one
public record Levels(Truth warning, Truth critical) {
    /// Nothing is known, as when the reading failed.
    public static final Levels UNKNOWN = new Levels(Truth.UNKNOWN, Truth.UNKNOWN);

    /// Nothing holds.
    public static final Levels CLEAR = new Levels(Truth.NOT, Truth.NOT);

    public Levels {
        warning = warning.or(critical);
    }
}
