package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;

/// Turns the CPU time that a program has used in all into a share of one core since the last reading.
///
/// Safe for use by many threads.
final class CpuMemory {
    private static final Duration SHORTEST_SPAN = Duration.ofMillis(500);
    private static final Sample NONE = new Sample(Instant.MIN, -1);

    private final AtomicReference<Sample> last = new AtomicReference<>(NONE);

    private record Sample(Instant at, long usedNanos) {}

    /// Percent of one core since the reading before; empty on a first reading, after a reset, or when
    /// the two are too close to tell.
    OptionalDouble percent(Instant now, long usedNanos) {
        Sample before = last.getAndSet(new Sample(now, usedNanos));
        if (before.equals(NONE) || usedNanos < before.usedNanos()) {
            return OptionalDouble.empty();
        }
        Duration span = Duration.between(before.at(), now);
        return span.compareTo(SHORTEST_SPAN) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * (usedNanos - before.usedNanos()) / span.toNanos());
    }
}
