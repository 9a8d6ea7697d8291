package pikett.alerts.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Truth;
import pikett.alerts.condition.Evaluation;
import pikett.alerts.condition.Fact;
import pikett.alerts.condition.Series;
import pikett.alerts.condition.Verdict;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Reading;
import pikett.config.Conditions;
import pikett.config.condition.Condition;
import pikett.config.condition.Name;

/// When one alert of a check fires, and how bad it is. Immutable.
///
/// @param labels the identity of the alert
/// @param when one condition that holds is enough
public record Rule(Labels labels, Conditions when) {
    /// What a reading says of a rule.
    ///
    /// @param because the values that make it as bad as it is; empty when it is not bad, or not known
    /// @param held the conditions that held when they were known last, which may be now
    public record Judged(Levels levels, List<Fact> because, Set<Condition> held) {
        public Judged {
            because = List.copyOf(because);
            held = Set.copyOf(held);
        }
    }

    /// What a reading says of one condition.
    private record Said(Condition condition, Verdict verdict) {
        boolean known() {
            return verdict.truth() != Truth.UNKNOWN;
        }

        boolean holdsOr(Set<Condition> held) {
            return known() ? verdict.truth() == Truth.HOLDS : held.contains(condition);
        }
    }

    /// Judges a reading. Never throws for any.
    ///
    /// A condition that is not known upholds what it said when it was known last. One that never spoke
    /// against the rule has nothing to uphold: as long as another one is known, it does not stand in the
    /// way of the end. Without that an endpoint whose answer has no `status` would, once it was away, be
    /// bad for ever.
    ///
    /// @param held the conditions that held when they were known last
    public Judged judge(Reading.Known reading, Series past, Set<Condition> held) {
        List<Said> critical = said(when.critical(), reading, past);
        List<Said> warning = said(when.warning(), reading, past);
        List<Said> all = Stream.concat(critical.stream(), warning.stream()).toList();
        Set<Condition> upholding = all.stream().anyMatch(Said::known) ? held : conditions(all);
        Levels levels = new Levels(truth(warning, upholding), truth(critical, upholding));
        return new Judged(
                levels,
                switch (levels.critical()) {
                    case HOLDS -> because(critical);
                    case NOT, UNKNOWN -> because(warning);
                },
                conditions(all.stream().filter(each -> each.holdsOr(held)).toList()));
    }

    /// All values that it asks for.
    Set<Name> names() {
        return Stream.concat(when.critical().stream(), when.warning().stream())
                .flatMap(condition -> condition.names().stream())
                .collect(Collectors.toSet());
    }

    Rule with(Labels part) {
        Labels both = part;
        for (var label : labels.asMap().entrySet()) {
            both = both.with(label.getKey(), label.getValue());
        }
        return new Rule(both, when);
    }

    private static List<Said> said(List<Condition> conditions, Reading.Known reading, Series past) {
        return conditions.stream()
                .map(condition -> new Said(condition, Evaluation.of(condition, reading, past)))
                .toList();
    }

    private static Set<Condition> conditions(List<Said> all) {
        return all.stream().map(Said::condition).collect(Collectors.toSet());
    }

    /// @param upholding which conditions count as unknown when they are; the others then count as not so
    private static Truth truth(List<Said> all, Set<Condition> upholding) {
        return all.stream()
                .map(each ->
                        each.known() || upholding.contains(each.condition())
                                ? each.verdict().truth()
                                : Truth.NOT)
                .reduce(Truth.NOT, Truth::or);
    }

    private static List<Fact> because(List<Said> all) {
        return all.stream()
                .flatMap(each ->
                        each.verdict() instanceof Verdict.Holds(List<Fact> because)
                                ? because.stream()
                                : Stream.empty())
                .distinct()
                .toList();
    }
}
