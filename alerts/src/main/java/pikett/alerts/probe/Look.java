package pikett.alerts.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Part;
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
        return known(found, List.of());
    }

    Reading known(Found found, List<Part> parts) {
        Instant at = clock.instant();
        return new Reading.Known(at, Duration.between(begun, at), found.values(), parts);
    }

    /// What was looked at gave no answer.
    Reading unanswered(Found found, Reason why) {
        Instant at = clock.instant();
        return new Reading.Known(
                at, Duration.between(begun, at), found.values(), List.of(), Optional.of(why));
    }

    Reading unknown(Reason reason) {
        return new Reading.Unknown(clock.instant(), reason);
    }
}
