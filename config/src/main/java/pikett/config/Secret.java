package pikett.config;

/// A value that must never be shown: a token, a password, a bearer.
///
/// Printing it in any way gives a mask; only [#reveal()] gives the value, at the place that hands it
/// to the library which needs it.
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /// The value itself. Never log, format or store what this returns.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
