package pikett.alerts.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.check.Truth;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.condition.Condition;
import pikett.config.condition.Limit;
import pikett.config.condition.Name;
import pikett.config.condition.Operator;

/// Any condition over any values, many of them missing.
final class EvaluationPropertyTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final Operator[] OPERATORS = Operator.values();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theTruthIsThatOfKleenesTables(long seed) {
        forConditions(
                seed,
                (condition, values) ->
                        assertThat(truth(condition, values)).isEqualTo(kleene(condition, values)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsSettledStaysSoWhenMoreIsKnown(long seed) {
        forConditions(
                seed,
                (condition, values) -> {
                    Truth before = truth(condition, values);
                    Map<Name, Value> more = new HashMap<>(values);
                    NAMES.forEach(name -> more.putIfAbsent(name(name), new Value.Quantity(1)));
                    if (before != Truth.UNKNOWN) {
                        assertThat(truth(condition, more)).isEqualTo(before);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theFactsAloneSettleIt(long seed) {
        forConditions(
                seed,
                (condition, values) -> {
                    Verdict verdict = verdict(condition, values);
                    Map<Name, Value> facts = new HashMap<>();
                    because(verdict).forEach(fact -> facts.put(fact.name(), fact.value()));
                    assertThat(truth(condition, facts)).isEqualTo(verdict.truth());
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsMissingIsNamedAndMissing(long seed) {
        forConditions(
                seed,
                (condition, values) -> {
                    if (verdict(condition, values) instanceof Verdict.Unknown(Set<Name> missing)) {
                        assertThat(missing).isNotEmpty();
                        assertThat(new HashSet<>(values.keySet()))
                                .doesNotContainAnyElementsOf(missing);
                    }
                });
    }

    private static void forConditions(long seed, BiConsumer<Condition, Map<Name, Value>> property) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            property.accept(condition(random, 4), values(random));
        }
    }

    private static Condition condition(Random random, int depth) {
        List<Condition> parts =
                depth == 0
                        ? List.of()
                        : List.of(condition(random, depth - 1), condition(random, depth - 1));
        return switch (depth == 0 ? 3 : random.nextInt(4)) {
            case 0 -> new Condition.And(parts);
            case 1 -> new Condition.Or(parts);
            case 2 -> new Condition.Not(parts.getFirst());
            default ->
                    new Condition.Comparison(
                            name(NAMES.get(random.nextInt(NAMES.size()))),
                            OPERATORS[random.nextInt(OPERATORS.length)],
                            new Limit.Plain(BigDecimal.valueOf(random.nextInt(3))),
                            Optional.empty(),
                            1);
        };
    }

    private static Map<Name, Value> values(Random random) {
        Map<Name, Value> values = new HashMap<>();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                values.put(name(name), new Value.Quantity(random.nextInt(3)));
            }
        }
        return values;
    }

    /// The tables, where false, unknown and true are -1, 0 and 1.
    private static Truth kleene(Condition condition, Map<Name, Value> values) {
        return switch (rank(condition, values)) {
            case 1 -> Truth.HOLDS;
            case -1 -> Truth.NOT;
            default -> Truth.UNKNOWN;
        };
    }

    private static int rank(Condition condition, Map<Name, Value> values) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) ->
                    parts.stream().mapToInt(part -> rank(part, values)).min().orElseThrow();
            case Condition.Or(List<Condition> parts) ->
                    parts.stream().mapToInt(part -> rank(part, values)).max().orElseThrow();
            case Condition.Not(Condition inner) -> -rank(inner, values);
            case Condition.Flag _ -> throw new AssertionError("none is made");
            case Condition.Comparison comparison -> rank(comparison, values);
        };
    }

    private static int rank(Condition.Comparison comparison, Map<Name, Value> values) {
        if (values.get(comparison.name()) instanceof Value.Quantity(double number)
                && comparison.limit() instanceof Limit.Plain(BigDecimal limit)) {
            int order = BigDecimal.valueOf(number).compareTo(limit);
            boolean holds =
                    switch (comparison.operator()) {
                        case EQUAL -> order == 0;
                        case DIFFERENT -> order != 0;
                        case LESS -> order < 0;
                        case AT_MOST -> order <= 0;
                        case GREATER -> order > 0;
                        case AT_LEAST -> order >= 0;
                    };
            return holds ? 1 : -1;
        }
        return 0;
    }

    private static List<Fact> because(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds(List<Fact> because) -> because;
            case Verdict.Not(List<Fact> because) -> because;
            case Verdict.Unknown _ -> List.of();
        };
    }

    private static Truth truth(Condition condition, Map<Name, Value> values) {
        return verdict(condition, values).truth();
    }

    private static Verdict verdict(Condition condition, Map<Name, Value> values) {
        Reading.Known reading = new Reading.Known(Instant.EPOCH, Duration.ZERO, new Values(values));
        return Evaluation.of(condition, reading, (_, _) -> OptionalDouble.empty());
    }

    private static Name name(String base) {
        return new Name(base, List.of(), Optional.empty(), Map.of());
    }
}
