package pikett.alerts.mute;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which services cannot work without which others, directly or by way of others.
public final class Dependencies {
    public static final Dependencies NONE = new Dependencies(Map.of());

    private final Map<String, Set<String>> needs = new HashMap<>();

    /// @param direct the services that a service needs, by its name
    public Dependencies(Map<String, List<String>> direct) {
        Map<String, Set<String>> all = new HashMap<>();
        direct.keySet().forEach(service -> all.put(service, reach(service, direct)));
        // Services that need each other would hide each other, and nobody would be told.
        all.forEach((service, needed) -> {
            Set<String> kept = new LinkedHashSet<>(needed);
            kept.removeIf(other -> all.getOrDefault(other, Set.of()).contains(service));
            needs.put(service, kept);
        });
    }

    /// The services that this one needs, the nearest first.
    public Set<String> of(String service) {
        return needs.getOrDefault(service, Set.of());
    }

    /// Whether no service needs another.
    public boolean isEmpty() {
        return needs.values().stream().allMatch(Set::isEmpty);
    }

    private static Set<String> reach(String from, Map<String, List<String>> direct) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(direct.getOrDefault(from, List.of()));
        while (!next.isEmpty()) {
            String service = next.removeFirst();
            if (reached.add(service)) {
                next.addAll(direct.getOrDefault(service, List.of()));
            }
        }
        return reached;
    }
}
