package pikett.bot.inbound;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts what became of payloads since the start. Thread-safe.
public final class Tally {
    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

    /// What became of one.
    public enum Outcome {
        /// It is kept.
        ACCEPTED,
        /// It cannot be understood.
        REFUSED,
        /// Its sender is not who it should be.
        UNAUTHENTICATED,
        /// The source brought too many.
        TOO_MANY,
        /// Nothing could be kept.
        NOT_KEPT
    }

    public Tally() {
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    public void add(Outcome outcome) {
        adder(outcome).increment();
    }

    public long count(Outcome outcome) {
        return adder(outcome).sum();
    }

    private LongAdder adder(Outcome outcome) {
        LongAdder adder = counts.get(outcome);
        if (adder == null) {
            throw new IllegalStateException("every outcome is counted: " + outcome);
        }
        return adder;
    }
}
