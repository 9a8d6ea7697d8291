package pikett.adapters.process;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// Holds the [RestartHistory] of one service between readings.
///
/// Safe for use by many threads.
final class RestartMemory {
    private final AtomicReference<RestartHistory> history =
            new AtomicReference<>(RestartHistory.EMPTY);

    /// Adds a reading and gives the history with it. A reading that was overtaken by a later one, or
    /// that tells no count, adds nothing.
    RestartHistory remember(Observation seen, Instant at) {
        if (seen.restarts().isEmpty()) {
            return history.get();
        }
        RestartHistory.Sample sample =
                new RestartHistory.Sample(at, seen.restarts().getAsInt(), seen.deliberateStart());
        return history.updateAndGet(known -> known.endsAfter(at) ? known : known.with(sample));
    }

    /// Forgets all: a restart that we asked for says nothing about the program.
    void forget() {
        history.set(RestartHistory.EMPTY);
    }
}
