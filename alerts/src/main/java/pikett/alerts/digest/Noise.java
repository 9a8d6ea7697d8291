package pikett.alerts.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pikett.alerts.incident.GroupKey;
import pikett.alerts.incident.Incident;

/// How much of a group was heard over a period.
///
/// @param incidents how many of its incidents were opened
/// @param changes how often something began or ceased to fire in those
public record Noise(GroupKey group, int incidents, int changes) {
    private static final Comparator<Noise> LOUDEST_FIRST =
            Comparator.comparingInt(Noise::incidents)
                    .thenComparingInt(Noise::changes)
                    .reversed()
                    .thenComparing(noise -> noise.group().labels().toString());

    /// The groups that were heard most, the loudest first; one that was heard once is no noise.
    static List<Noise> in(Period period, Collection<Incident> incidents, int atMost) {
        Map<GroupKey, Noise> byGroup = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            if (period.contains(incident.openedAt())) {
                byGroup.merge(
                        incident.group(),
                        new Noise(incident.group(), 1, incident.changes().count()),
                        Noise::plus);
            }
        }
        List<Noise> loud = new ArrayList<>(byGroup.values());
        loud.removeIf(noise -> noise.incidents() < 2 && noise.changes() < 4);
        loud.sort(LOUDEST_FIRST);
        return List.copyOf(loud.subList(0, Math.min(atMost, loud.size())));
    }

    private Noise plus(Noise other) {
        return new Noise(group, incidents + other.incidents, changes + other.changes);
    }
}
