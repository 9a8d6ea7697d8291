package pikett.alerts.label;

import java.util.List;
import java.util.stream.Collectors;

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

    /// As they are written in the configuration, such as `service="api", host="prod-1"`.
    @Override
    public String toString() {
        return all.stream().map(Matcher::toString).collect(Collectors.joining(", "));
    }
}
