package pikett.alerts.incident;

import java.time.Instant;
import java.util.Optional;
import pikett.config.Severity;

/// Alerts that share a group key, from the first that fires until none does: what a person takes.
///
/// @param severity of the worst alert that fires; when none does, as it was last
/// @param worst of its whole life
/// @param firing how many of its alerts fire. None of an incident that is not resolved only while it
///     flaps: then it waits whether it is over for good
/// @param resolvedAt when its last alert was over
public record Incident(
        IncidentNumber number,
        GroupKey group,
        IncidentState state,
        Severity severity,
        Severity worst,
        int firing,
        Instant openedAt,
        Optional<Taken> taken,
        Optional<Instant> resolvedAt,
        Changes changes) {

    public boolean resolved() {
        return state == IncidentState.RESOLVED;
    }

    /// The same incident, as a person's who now has it.
    public Incident takenBy(String person, Instant at) {
        return new Incident(
                number,
                group,
                IncidentState.TAKEN,
                severity,
                worst,
                firing,
                openedAt,
                Optional.of(new Taken(person, at)),
                resolvedAt,
                changes);
    }
}
