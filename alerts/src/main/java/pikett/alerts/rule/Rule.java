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
    public record Judged(Levels levels, List<Fact> because) {
        public Judged {
            because = List.copyOf(because);
        }
    }

    /// Judges a reading. Never throws for any.
    public Judged judge(Reading.Known reading, Series past) {
        List<Verdict> critical = verdicts(when.critical(), reading, past);
        List<Verdict> warning = verdicts(when.warning(), reading, past);
        Levels levels = new Levels(truth(warning), truth(critical));
        return new Judged(
                levels,
                switch (levels.critical()) {
                    case HOLDS -> because(critical);
                    case NOT, UNKNOWN -> because(warning);
                });
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

    private static List<Verdict> verdicts(
            List<Condition> conditions, Reading.Known reading, Series past) {
        return conditions.stream()
                .map(condition -> Evaluation.of(condition, reading, past))
                .toList();
    }

    private static Truth truth(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::truth).reduce(Truth.NOT, Truth::or);
    }

    private static List<Fact> because(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict ->
                        verdict instanceof Verdict.Holds(List<Fact> because)
                                ? because.stream()
                                : Stream.empty())
                .distinct()
                .toList();
    }
}
