package pikett.alerts.check;

import java.time.Instant;

/// Where a condition stands at one severity. Immutable.
public sealed interface Rung {
    /// It does not hold.
    record Quiet() implements Rung {}

    /// It holds, but not for long enough.
    ///
    /// @param since when it was first seen to hold
    record Pending(Instant since) implements Rung {}

    /// It fires.
    record Firing() implements Rung {}

    /// It fires still, but was seen to be gone.
    ///
    /// @param goneSince when it was first seen to be gone
    record Ending(Instant goneSince) implements Rung {}

    default boolean firing() {
        return switch (this) {
            case Quiet _, Pending _ -> false;
            case Firing _, Ending _ -> true;
        };
    }

    /// Where it stands after one more reading. What is not known changes nothing, and what was seen
    /// before keeps counting: two readings that agree count for the time between them.
    default Rung next(Truth truth, Instant at, Patience patience) {
        return switch (truth) {
            case UNKNOWN -> this;
            case HOLDS -> holds(at, patience);
            case NOT -> gone(at, patience);
        };
    }

    private Rung holds(Instant at, Patience patience) {
        return switch (this) {
            case Firing _, Ending _ -> new Firing();
            case Quiet _ -> pending(at, at, patience);
            case Pending pending -> pending(earlier(pending.since(), at), at, patience);
        };
    }

    private Rung gone(Instant at, Patience patience) {
        return switch (this) {
            case Quiet _, Pending _ -> new Quiet();
            case Firing _ -> ending(at, at, patience);
            case Ending ending -> ending(earlier(ending.goneSince(), at), at, patience);
        };
    }

    private static Rung pending(Instant since, Instant at, Patience patience) {
        return at.isBefore(since.plus(patience.raise())) ? new Pending(since) : new Firing();
    }

    private static Rung ending(Instant since, Instant at, Patience patience) {
        return at.isBefore(since.plus(patience.resolve())) ? new Ending(since) : new Quiet();
    }

    /// A clock that was put back must not make us wait for the hour that it came from.
    private static Instant earlier(Instant since, Instant at) {
        return since.isBefore(at) ? since : at;
    }
}
