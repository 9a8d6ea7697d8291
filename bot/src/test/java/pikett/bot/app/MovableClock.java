package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Real time, with jumps.
final class MovableClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    void jump(Duration by) {
        ahead = ahead.plus(by);
    }
}
