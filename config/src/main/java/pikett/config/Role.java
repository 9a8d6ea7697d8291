package pikett.config;

/// What a person may do, ordered: a later role may all that an earlier one may.
public enum Role {
    /// May read.
    VIEWER,
    /// May acknowledge, silence, restart, run.
    OPERATOR,
    /// May all.
    ADMIN;

    /// Whether this role is enough where `least` is asked for.
    public boolean atLeast(Role least) {
        return compareTo(least) >= 0;
    }
}
