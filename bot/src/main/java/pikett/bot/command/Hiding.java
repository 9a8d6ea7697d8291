package pikett.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pikett.alerts.alert.Alert;
import pikett.alerts.incident.Incidents.Story;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.config.match.Comparison;

/// What a silence that is made from an incident hides: what its alerts are about, and no more.
final class Hiding {
    /// What is smaller than a host.
    private static final Set<String> THINGS = Set.of(Labels.SERVICE, Labels.QUEUE, Labels.CHECK);

    private Hiding() {}

    /// The labels that all alerts of the incident share. Where these say no more than the host, the names
    /// of the alerts too: a full disk is no reason not to hear of the services on that host.
    static Matchers of(Story story) {
        List<Alert> alerts = story.firing().isEmpty() ? story.alerts() : story.firing();
        Map<String, String> shared = new TreeMap<>(story.incident().group().labels().asMap());
        alerts.stream()
                .findFirst()
                .map(alert -> alert.labels().only(THINGS).asMap())
                .ifPresent(shared::putAll);
        shared.entrySet()
                .removeIf(label ->
                        !alerts.stream()
                                .allMatch(alert ->
                                        alert.labels()
                                                .get(label.getKey())
                                                .equals(label.getValue())));
        List<Matcher> matchers = new ArrayList<>();
        shared.forEach((name, value) -> matchers.add(Matcher.equal(name, value)));
        if (!alerts.isEmpty()
                && shared.keySet().stream().noneMatch(THINGS::contains)
                && !shared.containsKey(Labels.ALERT_NAME)) {
            matchers.add(names(alerts));
        }
        return new Matchers(matchers);
    }

    private static Matcher names(List<Alert> alerts) {
        Set<String> names =
                alerts.stream()
                        .map(alert -> alert.labels().get(Labels.ALERT_NAME))
                        .collect(Collectors.toCollection(TreeSet::new));
        return names.size() == 1
                ? Matcher.equal(Labels.ALERT_NAME, names.iterator().next())
                : new Matcher(
                        Labels.ALERT_NAME,
                        Comparison.MATCHES,
                        names.stream().map(Hiding::escaped).collect(Collectors.joining("|")));
    }

    private static String escaped(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "\\\\$0");
    }
}
