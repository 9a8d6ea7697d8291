package pikett.config.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names that a file declares and uses.
final class Names {
    private final Map<Scope, Set<String>> declared = new HashMap<>();
    private final Set<Scope> unknowable = new HashSet<>();
    private final List<Use> uses = new ArrayList<>();

    void declare(Kind kind, String scope, String name) {
        declared.computeIfAbsent(new Scope(kind, scope), _ -> new LinkedHashSet<>()).add(name);
    }

    void giveUp(Kind kind, String scope) {
        unknowable.add(new Scope(kind, scope));
    }

    void refer(Use use) {
        uses.add(use);
    }

    /// Reports names that do not exist, and things that depend on themselves.
    void check(Findings findings) {
        for (Use use : uses) {
            List<Scope> scopes = scopes(use);
            Set<String> known = new LinkedHashSet<>();
            scopes.forEach(scope -> known.addAll(declared.getOrDefault(scope, Set.of())));
            if (scopes.stream().noneMatch(unknowable::contains) && !use.meansOneOf(known)) {
                findings.problem(
                        use.at,
                        "%s: there is no %s %s"
                                .formatted(use.path, use.kind.noun(), Quote.value(use.name)),
                        Nearest.wayOut(use.name, known));
            }
        }
        uses.stream()
                .map(Use::kind)
                .distinct()
                .filter(kind -> !kind.belongsToEntry())
                .forEach(kind -> checkCircles(kind, findings));
    }

    private List<Scope> scopes(Use use) {
        List<Kind> kinds = use.kind.anyOf().isEmpty() ? List.of(use.kind) : use.kind.anyOf();
        return kinds.stream().map(kind -> scope(kind, use.scope)).toList();
    }

    private Scope scope(Kind kind, String entry) {
        Scope own = new Scope(kind, entry);
        return declared.containsKey(own) || unknowable.contains(own)
                ? own
                : kind.instead().map(other -> new Scope(other, entry)).orElse(own);
    }

    private void checkCircles(Kind kind, Findings findings) {
        Set<String> entries = declared.getOrDefault(new Scope(kind, ""), Set.of());
        List<Use> edges =
                new ArrayList<>(
                        uses.stream()
                                .filter(use -> use.kind.equals(kind) && use.fromSameKind)
                                .filter(use -> entries.contains(use.name))
                                .toList());
        while (true) {
            dropDeadEnds(edges);
            if (edges.isEmpty()) {
                return;
            }
            List<Use> circle = circleIn(edges);
            Use first = circle.stream().min(Comparator.comparingInt(use -> use.at.line())).get();
            String way = circle.stream().map(Use::entry).collect(Collectors.joining(" → "));
            findings.problem(
                    first.at,
                    "%s: this goes in a circle: %s → %s"
                            .formatted(first.path, way, circle.getFirst().entry),
                    "remove one of these references");
            edges.remove(circle.getLast());
        }
    }

    /// Keeps the edges from which one can go on for ever.
    private static void dropDeadEnds(List<Use> edges) {
        boolean dropped;
        do {
            Set<String> beginnings = edges.stream().map(Use::entry).collect(Collectors.toSet());
            dropped = edges.removeIf(edge -> !beginnings.contains(edge.name));
        } while (dropped);
    }

    private static List<Use> circleIn(List<Use> edges) {
        Map<String, Use> next = new HashMap<>();
        edges.forEach(edge -> next.putIfAbsent(edge.entry, edge));
        Set<Use> path = new LinkedHashSet<>();
        Use edge = edges.getFirst();
        while (path.add(edge)) {
            edge = Objects.requireNonNull(next.get(edge.name), "a dead end was left");
        }
        List<Use> steps = List.copyOf(path);
        return steps.subList(steps.indexOf(edge), steps.size());
    }

    private record Scope(Kind kind, String entry) {}

    /// A place that names something.
    ///
    /// @param entry the entry in which it stands
    /// @param name may hold `*` for any text
    record Use(
            Kind kind,
            String scope,
            String entry,
            String name,
            Position at,
            String path,
            boolean fromSameKind) {
        boolean meansOneOf(Set<String> known) {
            if (!name.contains("*")) {
                return known.contains(name);
            }
            Pattern pattern = Pattern.compile(globbed());
            return known.stream().anyMatch(candidate -> pattern.matcher(candidate).matches());
        }

        private String globbed() {
            return Pattern.quote(name).replace("*", "\\E.*\\Q");
        }
    }
}
