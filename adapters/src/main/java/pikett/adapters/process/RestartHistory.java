package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How the restart count of one program moved in the last minutes.
///
/// Immutable and bounded: readings that added nothing are merged, old ones are dropped.
record RestartHistory(List<Sample> samples) {
    /// How far back *lately* reaches.
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int MOST_SAMPLES = 128;

    /// Nothing seen yet.
    static final RestartHistory EMPTY = new RestartHistory(List.of());

    RestartHistory {
        samples = List.copyOf(samples);
    }

    /// A count as it was read.
    ///
    /// @param restarts the supervisor's total
    /// @param deliberateStart changes whenever a person or a script, not a crash, started the program;
    ///     empty where the supervisor does not tell
    record Sample(Instant at, int restarts, OptionalLong deliberateStart) {
        private boolean sameRunAs(Sample other) {
            return deliberateStart.equals(other.deliberateStart);
        }
    }

    /// This history with one more reading. A count that went down starts it anew: the supervisor forgot.
    RestartHistory with(Sample sample) {
        if (!samples.isEmpty() && samples.getLast().restarts() > sample.restarts()) {
            return new RestartHistory(List.of(sample));
        }
        List<Sample> kept = new ArrayList<>(samples);
        // Growth across the window's edge cannot be dated, so what is older says nothing.
        kept.removeIf(old -> old.at().isBefore(sample.at().minus(WINDOW)));
        if (repeats(kept, sample)) {
            kept.removeLast();
        }
        kept.add(sample);
        if (kept.size() > MOST_SAMPLES) {
            kept.removeFirst();
        }
        return new RestartHistory(kept);
    }

    /// Restarts added within the window before the last reading, whoever caused them; empty before the
    /// second reading.
    OptionalInt lately() {
        return samples.size() < 2 ? OptionalInt.empty() : OptionalInt.of(added(false));
    }

    /// Of those, the ones that nobody asked for.
    int unaskedLately() {
        return added(true);
    }

    /// How long the program was watched without a gap in memory.
    Duration watched() {
        return samples.isEmpty()
                ? Duration.ZERO
                : Duration.between(samples.getFirst().at(), samples.getLast().at());
    }

    /// Whether a reading later than the instant is known.
    boolean endsAfter(Instant at) {
        return !samples.isEmpty() && samples.getLast().at().isAfter(at);
    }

    private int added(boolean unaskedOnly) {
        int sum = 0;
        for (int i = 1; i < samples.size(); i++) {
            if (!unaskedOnly || samples.get(i).sameRunAs(samples.get(i - 1))) {
                sum += samples.get(i).restarts() - samples.get(i - 1).restarts();
            }
        }
        return sum;
    }

    private static boolean repeats(List<Sample> kept, Sample sample) {
        if (kept.size() < 2) {
            return false;
        }
        Sample last = kept.getLast();
        Sample before = kept.get(kept.size() - 2);
        return sample.restarts() == last.restarts()
                && last.restarts() == before.restarts()
                && sample.sameRunAs(last)
                && last.sameRunAs(before);
    }
}
