package pikett.alerts.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.reading.Reading;
import pikett.config.Severity;

/// What one look of a check brought.
///
/// @param at when it was over
/// @param took how long it took
/// @param unread why it brought nothing; then there are no findings
/// @param reached whether the far side was reached at all; empty when the look says nothing of that
/// @param reading what was read; empty when the look did not come that far
/// @param unfound conditions for which nothing at all was found, and how bad it is when they hold: nothing
///     is known of them for alerts of which there is no finding either
public record Sighting(
        Instant at,
        Duration took,
        Optional<Unread> unread,
        Optional<Boolean> reached,
        Optional<Reading> reading,
        List<Finding> findings,
        Map<String, Severity> unfound) {
    public Sighting {
        findings = List.copyOf(findings);
        unfound = Map.copyOf(unfound);
    }

    /// It was read, and for each condition something was found.
    public static Sighting of(Reading.Known reading, boolean reached, List<Finding> findings) {
        return of(reading, reached, findings, Map.of());
    }

    /// It was read.
    public static Sighting of(
            Reading.Known reading,
            boolean reached,
            List<Finding> findings,
            Map<String, Severity> unfound) {
        return new Sighting(
                reading.at(),
                reading.took(),
                Optional.empty(),
                Optional.of(reached),
                Optional.of(reading),
                findings,
                unfound);
    }

    /// It could not be read, which says nothing of the far side.
    public static Sighting unreadable(Reading.Unknown reading, Duration took) {
        return new Sighting(
                reading.at(),
                took,
                Optional.of(Unread.UNREADABLE),
                Optional.empty(),
                Optional.of(reading),
                List.of(),
                Map.of());
    }

    /// It came to no reading, and says nothing of the far side.
    public static Sighting unread(Instant at, Duration took, Unread why) {
        return new Sighting(
                at,
                took,
                Optional.of(why),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
