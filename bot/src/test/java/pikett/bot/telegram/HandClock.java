package pikett.bot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until a test moves it. Safe for use by many threads.
public final class HandClock implements InstantSource {
    private volatile Instant now;

    public HandClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void forward(Duration step) {
        now = now.plus(step);
    }
}
