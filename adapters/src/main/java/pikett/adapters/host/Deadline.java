package pikett.adapters.host;

import java.time.Duration;

/// A moment after which a wait is over, on the clock that nobody can set.
///
/// @param nanos as [System#nanoTime()] counts
public record Deadline(long nanos) {
    /// So long from now.
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// What is left, never negative.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /// Whether it is over.
    public boolean passed() {
        return nanos - System.nanoTime() <= 0;
    }

    /// The sooner one of both.
    public Deadline or(Deadline other) {
        return nanos - other.nanos <= 0 ? this : other;
    }

    /// A duration for people: `5 s`, `300 ms`.
    public static String show(Duration time) {
        return time.compareTo(Duration.ofSeconds(1)) < 0
                ? time.toMillis() + " ms"
                : Math.round(time.toMillis() / 1000.0) + " s";
    }
}
