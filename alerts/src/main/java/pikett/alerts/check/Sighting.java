package pikett.alerts.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one look of a check brought.
///
/// @param at when it was over
/// @param took how long it took
/// @param unread why it brought nothing; then there are no findings
/// @param reached whether the far side was reached at all; empty when the look says nothing of that
public record Sighting(
        Instant at,
        Duration took,
        Optional<Unread> unread,
        Optional<Boolean> reached,
        List<Finding> findings) {
    public Sighting {
        findings = List.copyOf(findings);
    }

    /// It brought findings, so the far side was reached.
    public static Sighting of(Instant at, Duration took, List<Finding> findings) {
        return new Sighting(at, took, Optional.empty(), Optional.of(true), findings);
    }

    /// The far side was not reached, and that is a finding.
    public static Sighting unreached(Instant at, Duration took, List<Finding> findings) {
        return new Sighting(at, took, Optional.empty(), Optional.of(false), findings);
    }

    /// It brought nothing, and says nothing of the far side.
    public static Sighting unread(Instant at, Duration took, Unread why) {
        return new Sighting(at, took, Optional.of(why), Optional.empty(), List.of());
    }
}
