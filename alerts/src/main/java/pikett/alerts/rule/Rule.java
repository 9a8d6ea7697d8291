package pikett.alerts.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
import pikett.config.Severity;
import pikett.config.condition.Condition;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Name;

/// When one alert of a check fires, and how bad it is. Immutable.
///
/// @param labels the identity of the alert
/// @param when one condition that holds is enough
public record Rule(Labels labels, Conditions when) {
    /// What a reading says of a rule.
    ///
    /// @param because the values that make it as bad as it is; empty when it is not bad, or not known
    /// @param holding the conditions that hold, as they are written
    /// @param unknown the conditions that are not known, and how bad it is when they hold
    public record Judged(
            Levels levels, List<Fact> because, Set<String> holding, Map<String, Severity> unknown) {
        public Judged {
            because = List.copyOf(because);
            holding = Set.copyOf(holding);
            unknown = Map.copyOf(unknown);
        }
    }

    /// What a reading says of one condition.
    private record Said(Condition condition, Verdict verdict) {
        boolean known() {
            return verdict.truth() != Truth.UNKNOWN;
        }

        boolean holds() {
            return verdict.truth() == Truth.HOLDS;
        }
    }

    /// Judges a reading. Never throws for any. A condition that is not known counts for nothing as long as
    /// another one is.
    public Judged judge(Reading.Known reading, Series past) {
        List<Said> critical = said(when.critical(), reading, past);
        List<Said> warning = said(when.warning(), reading, past);
        List<Said> all = Stream.concat(critical.stream(), warning.stream()).toList();
        boolean blank = all.stream().noneMatch(Said::known);
        Levels levels = new Levels(truth(warning, blank), truth(critical, blank));
        return new Judged(
                levels,
                switch (levels.critical()) {
                    case HOLDS -> because(critical);
                    case NOT, UNKNOWN -> because(warning);
                },
                all.stream()
                        .filter(Said::holds)
                        .map(each -> ConditionText.of(each.condition()))
                        .collect(Collectors.toSet()),
                written(condition ->
                        all.stream()
                                .anyMatch(each ->
                                        each.condition().equals(condition) && !each.known())));
    }

    /// Those conditions, as they are written, and how bad it is when they hold.
    Map<String, Severity> written(Predicate<Condition> which) {
        Map<String, Severity> written = new HashMap<>();
        when.warning().stream()
                .filter(which)
                .forEach(each -> written.put(ConditionText.of(each), Severity.WARNING));
        when.critical().stream()
                .filter(which)
                .forEach(each -> written.put(ConditionText.of(each), Severity.CRITICAL));
        return written;
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

    /// @param blank whether nothing is known at all
    private static Truth truth(List<Said> all, boolean blank) {
        return all.stream()
                .map(each -> each.known() || blank ? each.verdict().truth() : Truth.NOT)
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
