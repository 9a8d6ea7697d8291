package pikett.alerts.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Where destinations have moved, in memory: it is asked with everything that is said, and changes once in
/// the life of a group. Safe for use by many threads.
final class Moves {
    private final AtomicLong changes = new AtomicLong();
    private volatile Optional<Known> known = Optional.empty();

    /// What was read when so many changes had been made.
    private record Known(long changes, Map<Destination, Destination> moves) {}

    /// The same map as long as nothing moves.
    ///
    /// @param read from the database
    Map<Destination, Destination> get(Supplier<Map<Destination, Destination>> read) {
        // Before the reading: what changes during it is read the next time.
        long now = changes.get();
        Known current =
                known.filter(before -> before.changes() == now)
                        .orElseGet(() -> new Known(now, Map.copyOf(read.get())));
        known = Optional.of(current);
        return current.moves();
    }

    /// To be called after every transaction that moved something, also one of which nobody knows whether
    /// it was kept.
    void changed() {
        changes.incrementAndGet();
    }
}
