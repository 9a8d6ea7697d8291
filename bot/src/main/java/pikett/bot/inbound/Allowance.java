package pikett.bot.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import pikett.config.Frequency;

/// Counts how often something happened lately, up to what is allowed. Thread-safe.
public final class Allowance {
    private final Frequency frequency;
    private final InstantSource clock;
    private final Deque<Instant> taken = new ArrayDeque<>();

    public Allowance(Frequency frequency, InstantSource clock) {
        this.frequency = frequency;
        this.clock = clock;
    }

    /// Takes one.
    ///
    /// @return how long to wait instead; empty when one was taken
    public synchronized Optional<Duration> take() {
        Instant now = clock.instant();
        while (!taken.isEmpty() && isOver(taken.getFirst(), now)) {
            taken.removeFirst();
        }
        if (taken.size() >= frequency.times()) {
            return Optional.of(Duration.between(now, taken.getFirst().plus(frequency.within())));
        }
        taken.addLast(now);
        return Optional.empty();
    }

    /// One that is later than now is of a clock that was put back since.
    private boolean isOver(Instant one, Instant now) {
        return one.isAfter(now) || !one.plus(frequency.within()).isAfter(now);
    }
}
