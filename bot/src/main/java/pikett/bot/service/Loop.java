package pikett.bot.service;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// One of the loops that Pikett lives by.
///
/// @param name such as `polling`
/// @param lastRound when it last went round without trouble; quick, never throws
public record Loop(String name, Supplier<Instant> lastRound) {
    /// A loop that has not gone round for so long is stuck.
    private static final Duration STUCK = Duration.ofSeconds(30);

    /// For how long it has not gone round.
    public Duration standing(Instant now) {
        return Duration.between(lastRound.get(), now);
    }

    /// Whether it has not gone round for too long.
    public boolean isStuck(Instant now) {
        return standing(now).compareTo(STUCK) >= 0;
    }
}
