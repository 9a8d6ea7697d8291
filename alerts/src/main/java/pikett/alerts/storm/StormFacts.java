package pikett.alerts.storm;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pikett.alerts.mute.Dependencies;
import pikett.config.Severity;

/// What a storm's card tells. Counts are of what still fires; the list is of everything.
///
/// @param bySeverity the worst first
/// @param byService the most first; what belongs to no service is not in it
/// @param byHost the most first; what belongs to no host is not in it
/// @param newestCritical those that fire, the latest first
/// @param all every incident of the storm, the worst first; none is missing
/// @param over how many of them are over
public record StormFacts(
        Map<Severity, Integer> bySeverity,
        Map<String, Integer> byService,
        Map<String, Integer> byHost,
        Suspect suspect,
        List<StormIncident> newestCritical,
        List<StormIncident> all,
        int over) {
    private static final int NEWEST = 5;
    private static final Comparator<StormIncident> WORST_FIRST =
            Comparator.comparing(StormIncident::over)
                    .thenComparing(Comparator.comparing(StormIncident::severity).reversed())
                    .thenComparingLong(incident -> incident.number().value());

    public static StormFacts of(Collection<StormIncident> incidents, Dependencies dependencies) {
        List<StormIncident> firing =
                incidents.stream().filter(incident -> !incident.over()).toList();
        Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
        firing.forEach(incident -> severities.merge(incident.severity(), 1, Integer::sum));
        Map<Severity, Integer> worstFirst = new LinkedHashMap<>();
        severities.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(severity -> worstFirst.put(severity, severities.get(severity)));
        Map<String, Integer> hosts = counted(firing, StormIncident::host);
        return new StormFacts(
                worstFirst,
                counted(firing, StormIncident::service),
                hosts,
                suspect(firing, hosts, dependencies),
                newestCritical(firing),
                incidents.stream().sorted(WORST_FIRST).toList(),
                incidents.size() - firing.size());
    }

    private static List<StormIncident> newestCritical(List<StormIncident> firing) {
        return firing.stream()
                .filter(incident -> incident.severity() == Severity.CRITICAL)
                .sorted(
                        Comparator.comparing(StormIncident::since)
                                .thenComparingLong(incident -> incident.number().value())
                                .reversed())
                .limit(NEWEST)
                .toList();
    }

    private static Map<String, Integer> counted(
            List<StormIncident> incidents, Function<StormIncident, String> by) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (StormIncident incident : incidents) {
            if (!by.apply(incident).isEmpty()) {
                counts.merge(by.apply(incident), 1, Integer::sum);
            }
        }
        Map<String, Integer> mostFirst = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> mostFirst.put(count.getKey(), count.getValue()));
        return mostFirst;
    }

    private static Suspect suspect(
            List<StormIncident> firing, Map<String, Integer> hosts, Dependencies dependencies) {
        Optional<Suspect> needed = needed(firing, dependencies);
        if (needed.isPresent()) {
            return needed.get();
        }
        Optional<Map.Entry<String, Integer>> host = majority(hosts, firing.size());
        if (host.isPresent()) {
            return new Suspect.OneHost(host.get().getKey(), host.get().getValue());
        }
        return majority(counted(firing, StormIncident::name), firing.size())
                .<Suspect>map(kind -> new Suspect.OneKind(kind.getKey(), kind.getValue()))
                .orElseGet(Suspect.Nobody::new);
    }

    private static Optional<Suspect> needed(List<StormIncident> firing, Dependencies dependencies) {
        Set<String> services =
                firing.stream()
                        .map(StormIncident::service)
                        .filter(service -> !service.isEmpty())
                        .collect(Collectors.toSet());
        Map<String, Integer> dependents = new LinkedHashMap<>();
        for (String service : services) {
            for (String need : dependencies.of(service)) {
                if (services.contains(need)) {
                    dependents.merge(need, 1, Integer::sum);
                }
            }
        }
        return dependents.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(most -> new Suspect.NeededService(most.getKey(), most.getValue()));
    }

    private static Optional<Map.Entry<String, Integer>> majority(
            Map<String, Integer> counts, int all) {
        return counts.entrySet().stream().filter(count -> count.getValue() * 2 > all).findFirst();
    }
}
