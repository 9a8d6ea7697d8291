package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Report;
import pikett.alerts.incident.CardState;
import pikett.alerts.incident.Case;
import pikett.alerts.incident.Filed;
import pikett.alerts.incident.GroupKey;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.IncidentRule;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.incident.TimelineEntry.Kind;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;

/// What a batch of reports changes: which alerts, and to which incidents they belong. Pure; made for
/// one batch and used by one thread.
final class Grouping {
    private final List<String> groupBy;
    private final Instant now;
    private final List<Change> changes = new ArrayList<>();

    /// An alert before and after.
    private record Change(Optional<Filed> before, Alert after) {
        boolean begins() {
            return after.firing() && before.filter(known -> known.alert().firing()).isEmpty();
        }

        boolean ends() {
            return !after.firing() && before.filter(known -> known.alert().firing()).isPresent();
        }

        /// What was never seen firing belongs to none.
        Optional<IncidentNumber> incidentSoFar() {
            return before.filter(known ->
                            known.alert().firing()
                                    || known.alert().startsAt().equals(after.startsAt()))
                    .flatMap(Filed::incident);
        }
    }

    /// @param known the reported alerts as they were
    Grouping(
            Collection<Report> reports,
            Map<Fingerprint, Filed> known,
            List<String> groupBy,
            Instant now) {
        this.groupBy = groupBy;
        this.now = now;
        merged(reports)
                .forEach((fingerprint, alert) -> {
                    Optional<Filed> before = Optional.ofNullable(known.get(fingerprint));
                    Alert after = before.map(was -> was.alert().merge(alert)).orElse(alert);
                    if (before.filter(was -> was.alert().equals(after)).isEmpty()) {
                        changes.add(new Change(before, after));
                    }
                });
    }

    static Map<Fingerprint, Alert> merged(Collection<Report> reports) {
        Map<Fingerprint, Alert> merged = new LinkedHashMap<>();
        for (Report report : reports) {
            Alert alert = Alert.of(report);
            merged.merge(alert.fingerprint(), alert, Alert::merge);
        }
        return merged;
    }

    boolean changesNothing() {
        return changes.isEmpty();
    }

    /// Whether something that may hide other alerts is over.
    boolean endsSomething() {
        return changes.stream().anyMatch(Change::ends);
    }

    /// The groups in which something begins to fire.
    Set<GroupKey> beginning() {
        Set<GroupKey> groups = new LinkedHashSet<>();
        for (Change change : changes) {
            if (change.begins()) {
                groups.add(group(change.after()));
            }
        }
        return groups;
    }

    /// The changed alerts, each with its incident.
    ///
    /// @param open the open incident of each group in which something begins
    List<Filed> filed(Map<GroupKey, Incident> open) {
        List<Filed> filed = new ArrayList<>();
        for (Change change : changes) {
            Optional<IncidentNumber> incident =
                    change.begins()
                            ? Optional.ofNullable(open.get(group(change.after())))
                                    .map(Incident::number)
                            : change.incidentSoFar();
            filed.add(new Filed(change.after(), incident));
        }
        return filed;
    }

    /// An incident in which nothing fires yet.
    Case opened(IncidentNumber number, GroupKey group, Optional<Incident> last) {
        TimelineEntry entry = new TimelineEntry(now, Kind.OPENED, "", "");
        return new Case(
                IncidentRule.opened(number, group, last, now),
                CardState.NONE,
                Map.of(),
                Map.of(),
                List.of(entry));
    }

    /// What begins and ends, by incident.
    Map<IncidentNumber, List<TimelineEntry>> news(List<Filed> filed) {
        Map<IncidentNumber, List<TimelineEntry>> news = new HashMap<>();
        for (int index = 0; index < changes.size(); index++) {
            Change change = changes.get(index);
            Optional<IncidentNumber> incident = filed.get(index).incident();
            if (incident.isPresent() && (change.begins() || change.ends())) {
                Kind kind = change.begins() ? Kind.FIRED : Kind.ALERT_OVER;
                Alert alert = change.after();
                news.computeIfAbsent(incident.get(), _ -> new ArrayList<>())
                        .add(
                                new TimelineEntry(
                                        now,
                                        kind,
                                        alert.labels().get(Labels.ALERT_NAME),
                                        alert.fingerprint().value()));
            }
        }
        return news;
    }

    private GroupKey group(Alert alert) {
        return GroupKey.of(alert.labels(), groupBy);
    }
}
