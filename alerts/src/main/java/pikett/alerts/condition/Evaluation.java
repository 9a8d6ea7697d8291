package pikett.alerts.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.config.condition.Condition;
import pikett.config.condition.Name;
import pikett.config.condition.Operator;

/// Evaluates conditions in Kleene's logic: a value that is missing is unknown, and so is what depends on
/// it.
public final class Evaluation {
    private final Measures measures;

    private Evaluation(Measures measures) {
        this.measures = measures;
    }

    /// Never throws for any reading.
    public static Verdict of(Condition condition, Reading.Known reading, Series series) {
        return new Evaluation(new Measures(reading, series)).verdict(condition, false);
    }

    /// The number that a condition would find under a name: as it was read, or calculated from it. Empty
    /// when there is none.
    public static OptionalDouble number(Name name, Reading.Known reading) {
        Measures measures = new Measures(reading, (_, _) -> OptionalDouble.empty());
        return measures.now(name).orElse(null) instanceof Value.Quantity(double number)
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
    }

    /// @param negated whether the opposite of the condition is asked for; carried down to the values so
    ///     that a fact says what is, not what is not
    private Verdict verdict(Condition condition, boolean negated) {
        return switch (condition) {
            case Condition.Not(Condition inner) -> verdict(inner, !negated);
            case Condition.And(List<Condition> parts) ->
                    negated ? any(parts, true) : all(parts, false);
            case Condition.Or(List<Condition> parts) ->
                    negated ? all(parts, true) : any(parts, false);
            case Condition.Flag(Name name, int _) -> flag(name, negated);
            case Condition.Comparison comparison -> comparison(comparison, negated);
        };
    }

    private Verdict all(List<Condition> parts, boolean negated) {
        Tally tally = tally(parts, negated);
        if (!tally.against.isEmpty()) {
            return new Verdict.Not(tally.against);
        }
        return tally.missing.isEmpty()
                ? new Verdict.Holds(tally.speaking)
                : new Verdict.Unknown(tally.missing);
    }

    private Verdict any(List<Condition> parts, boolean negated) {
        Tally tally = tally(parts, negated);
        if (!tally.speaking.isEmpty()) {
            return new Verdict.Holds(tally.speaking);
        }
        return tally.missing.isEmpty()
                ? new Verdict.Not(tally.against)
                : new Verdict.Unknown(tally.missing);
    }

    /// What the parts say; a part that is settled always has facts.
    private record Tally(List<Fact> speaking, List<Fact> against, Set<Name> missing) {}

    private Tally tally(List<Condition> parts, boolean negated) {
        Tally tally = new Tally(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        for (Condition part : parts) {
            switch (verdict(part, negated)) {
                case Verdict.Holds(List<Fact> because) -> tally.speaking.addAll(because);
                case Verdict.Not(List<Fact> because) -> tally.against.addAll(because);
                case Verdict.Unknown(Set<Name> missing) -> tally.missing.addAll(missing);
            }
        }
        return tally;
    }

    private Verdict flag(Name name, boolean negated) {
        Optional<Value> value = measures.now(name);
        if (value.isPresent() && value.get() instanceof Value.Flag(boolean set)) {
            return told(set != negated, new Fact(name, value.get(), Optional.empty()));
        }
        return new Verdict.Unknown(Set.of(name));
    }

    private Verdict comparison(Condition.Comparison written, boolean negated) {
        Operator operator = negated ? opposite(written.operator()) : written.operator();
        Optional<Value> value =
                written.window().isPresent()
                        ? measures.within(written.name(), written.window().get())
                        : measures.now(written.name());
        Optional<Boolean> holds =
                value.flatMap(found -> measures.compare(found, operator, written.limit()));
        if (value.isEmpty() || holds.isEmpty()) {
            return new Verdict.Unknown(Set.of(written.name()));
        }
        var threshold = new Fact.Threshold(operator, written.limit(), written.window());
        return told(holds.get(), new Fact(written.name(), value.get(), Optional.of(threshold)));
    }

    private static Verdict told(boolean holds, Fact fact) {
        return holds ? new Verdict.Holds(List.of(fact)) : new Verdict.Not(List.of(fact));
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUAL -> Operator.DIFFERENT;
            case DIFFERENT -> Operator.EQUAL;
            case LESS -> Operator.AT_LEAST;
            case AT_MOST -> Operator.GREATER;
            case GREATER -> Operator.AT_MOST;
            case AT_LEAST -> Operator.LESS;
        };
    }
}
