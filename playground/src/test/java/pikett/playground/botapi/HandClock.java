package pikett.playground.botapi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until a test moves it. Safe for any thread.
final class HandClock implements InstantSource {
    private volatile Instant now;

    HandClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    synchronized void forward(Duration step) {
        now = now.plus(step);
    }
}
