package pikett.alerts.outbox;

/// Which delivery of all that are due goes first, ordered: a later constant goes earlier.
public enum Urgency {
    /// Digests, summaries, files.
    LOW(0),
    /// Alerts that wake nobody.
    NORMAL(1),
    /// What a person has just asked for.
    ANSWER(2),
    /// Critical alerts.
    CRITICAL(3);

    private final int rank;

    Urgency(int rank) {
        this.rank = rank;
    }

    /// How the database orders it.
    int rank() {
        return rank;
    }
}
