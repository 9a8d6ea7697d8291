package pikett.alerts.label;

import java.util.List;

/// Conditions that must all hold. Without any, everything matches.
public record Matchers(List<Matcher> all) {
    public static final Matchers ANY = new Matchers(List.of());

    public Matchers {
        all = List.copyOf(all);
    }

    public static Matchers of(Matcher... all) {
        return new Matchers(List.of(all));
    }

    public boolean match(Labels labels) {
        return all.stream().allMatch(matcher -> matcher.matches(labels));
    }
}
