package pikett.alerts.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;

/// One look of a probe, from its beginning to its reading.
record Look(Instant begun, Instant deadline, InstantSource clock) {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    static Look begin(Instant deadline, InstantSource clock) {
        return new Look(clock.instant(), deadline, clock);
    }

    /// The time that is left; a moment when none is, so that whoever is asked says that it was too short.
    Duration left() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    Reading known(Found found) {
        Instant at = clock.instant();
        return new Reading.Known(at, Duration.between(begun, at), found.values());
    }

    Reading unknown(Reason reason) {
        return new Reading.Unknown(clock.instant(), reason);
    }
}
