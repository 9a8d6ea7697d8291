package pikett.alerts.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import pikett.alerts.alert.Alert;
import pikett.config.Severity;

/// What becomes of an incident.
public final class IncidentRule {
    private IncidentRule() {}

    /// A new one, in which nothing fires yet.
    ///
    /// @param last the last one of the same group
    public static Incident opened(
            IncidentNumber number, GroupKey group, Optional<Incident> last, Instant now) {
        return new Incident(
                number,
                group,
                IncidentState.OPEN,
                Severity.INFO,
                Severity.INFO,
                0,
                now,
                Optional.empty(),
                Optional.empty(),
                last.map(before -> before.changes().inherited()).orElse(Changes.NONE));
    }

    /// The incident as its alerts make it.
    ///
    /// @param alerts all of them as they are now
    public static Incident after(Incident before, Collection<Alert> alerts, Instant now) {
        if (before.resolved()) {
            return before;
        }
        int firing = (int) alerts.stream().filter(Alert::firing).count();
        boolean changed = (before.firing() > 0) != (firing > 0);
        Changes changes = changed ? before.changes().with(now) : before.changes().settled(now);
        boolean over = firing == 0 && !changes.flapping();
        Severity severity = severity(alerts).orElse(before.severity());
        return new Incident(
                before.number(),
                before.group(),
                over ? IncidentState.RESOLVED : before.state(),
                severity,
                worse(before.worst(), worst(alerts)),
                firing,
                before.openedAt(),
                before.taken(),
                over ? Optional.of(lastEnd(alerts, now)) : Optional.empty(),
                changes);
    }

    private static Optional<Severity> severity(Collection<Alert> alerts) {
        return alerts.stream()
                .filter(Alert::firing)
                .map(Alert::severity)
                .max(Comparator.naturalOrder());
    }

    private static Severity worst(Collection<Alert> alerts) {
        return alerts.stream()
                .map(Alert::worst)
                .max(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    private static Instant lastEnd(Collection<Alert> alerts, Instant now) {
        return alerts.stream()
                .flatMap(alert -> alert.resolvedAt().stream())
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
