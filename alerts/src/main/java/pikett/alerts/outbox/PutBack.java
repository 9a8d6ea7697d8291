package pikett.alerts.outbox;

import java.time.Duration;
import java.time.Instant;

/// Notices that the wall clock was put back. For one thread.
final class PutBack {
    /// Less is no reason to change what waits.
    private static final Duration WORTH_IT = Duration.ofSeconds(1);

    private Instant last = Instant.EPOCH;

    /// By how much it was put back since the hour that was noted last; mostly zero.
    Duration by(Instant now) {
        return now.isBefore(last.minus(WORTH_IT)) ? Duration.between(now, last) : Duration.ZERO;
    }

    void note(Instant now) {
        last = now;
    }
}
