package pikett.alerts.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.alerts.check.Truth;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.condition.Condition;
import pikett.config.condition.ConditionParser;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Limit;
import pikett.config.condition.Name;
import pikett.config.condition.Parse;

final class EvaluationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Series NOTHING_KEPT = (_, _) -> OptionalDouble.empty();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "waiting > 100|HOLDS",
                "waiting >= 162|HOLDS",
                "waiting > 162|NOT",
                "waiting <= 162|HOLDS",
                "waiting < 162|NOT",
                "waiting == 162|HOLDS",
                "waiting != 162|NOT",
                "paused|NOT",
                "not paused|HOLDS",
                "disk('/') >= 95%|HOLDS",
                "disk('/') > 95%|NOT",
                "disk('/srv') > 95%|UNKNOWN",
                "latency > 1500ms|HOLDS",
                "latency > 2s|NOT",
                "memory > 512MiB|NOT",
                "memory >= 512MiB|HOLDS",
                "load > 2 per cpu|NOT",
                "load > 1.9 per cpu|HOLDS",
                "state == 'up'|HOLDS",
                "state != 'up'|NOT",
                "state < 'up'|UNKNOWN",
                "state > 5|UNKNOWN",
                "waiting == 'up'|UNKNOWN",
                "waiting|UNKNOWN",
                "strange > 0|UNKNOWN",
                "strange <= 0|UNKNOWN",
                "body.status == 'unhealthy'|HOLDS",
                "body.pool.size < 5|HOLDS",
                "body.ready|NOT",
                "body.none == 'x'|UNKNOWN",
                "body.absent.deeper == 'x'|UNKNOWN",
                "body.pool == 'x'|UNKNOWN",
                "body == '{\"status\":\"unhealthy\", \"pool\":{\"size\":3}, \"ready\":false}'|HOLDS",
                "body == '{\"status\":\"unhealthy\",\"pool\":{\"size\":3},\"ready\":false}'|NOT",
                "body != 'unhealthy'|HOLDS",
                "missing > 1 and waiting > 200|NOT",
                "missing > 1 and waiting > 100|UNKNOWN",
                "missing > 1 or waiting > 100|HOLDS",
                "missing > 1 or waiting > 200|UNKNOWN",
                "not missing > 1|UNKNOWN"
            })
    void whatAReadingSaysOfACondition(String text, Truth truth) {
        assertThat(verdict(text, NOTHING_KEPT).truth()).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource({
        "1795168800, 26h, NOT", // exactly 26 h ago
        "1795168799, 26h, HOLDS",
        "2026-11-20T09:59:59Z, 26h, HOLDS",
        "2026-11-20T11:00:00+01:00, 26h, NOT",
        "2026-11-20T10:59:59+01:00, 26h, HOLDS",
        "yesterday, 26h, UNKNOWN",
        "'', 26h, UNKNOWN"
    })
    void theAgeOfWhatACommandPrinted(String printed, String limit, Truth truth) {
        Reading.Known reading = reading(Map.of("stdout", new Value.Text(printed + "\n")));

        Condition condition = condition("age(stdout) > " + limit);

        assertThat(Evaluation.of(condition, reading, NOTHING_KEPT).truth()).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource({"12, HOLDS", "-3.5e1, NOT", "1e999, HOLDS", "1e9999, UNKNOWN", "12 files, UNKNOWN"})
    void theNumberThatACommandPrinted(String printed, Truth truth) {
        Reading.Known reading = reading(Map.of("stdout", new Value.Text(printed + "\n")));

        Condition condition = condition("number(stdout) > 10");

        assertThat(Evaluation.of(condition, reading, NOTHING_KEPT).truth()).isEqualTo(truth);
    }

    @Test
    void aWindowIsAskedOfWhatWasKept() {
        Series kept =
                (name, window) ->
                        ConditionText.of(name).equals("lines('refused')")
                                        && window.equals(Duration.ofMinutes(5))
                                ? OptionalDouble.of(4)
                                : OptionalDouble.empty();

        assertThat(verdict("lines('refused') > 3 in 5m", kept).truth()).isEqualTo(Truth.HOLDS);
        assertThat(verdict("lines('refused') > 4 in 5m", kept).truth()).isEqualTo(Truth.NOT);
        assertThat(verdict("waiting > 1 in 5m", kept).truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void theFactsAreThoseThatDecided() {
        assertThat(verdict("strange > 1 or waiting > 100 or latency > 1h", NOTHING_KEPT))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class,
                        holds ->
                                assertThat(told(holds.because()))
                                        .containsExactly("waiting 162 > 100"));
        assertThat(verdict("waiting > 100 and latency > 1h", NOTHING_KEPT))
                .isInstanceOfSatisfying(
                        Verdict.Not.class,
                        not -> assertThat(told(not.because())).containsExactly("latency 2 > 3600"));
        assertThat(verdict("not (waiting < 100 or paused)", NOTHING_KEPT))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class,
                        holds ->
                                assertThat(told(holds.because()))
                                        .containsExactly("waiting 162 >= 100", "paused false"));
        assertThat(verdict("strange > 1 and waiting > 100", NOTHING_KEPT))
                .isInstanceOfSatisfying(
                        Verdict.Unknown.class,
                        unknown ->
                                assertThat(unknown.missing())
                                        .extracting(Name::base)
                                        .containsExactly("strange"));
    }

    @Test
    void perCpuIsUnknownWithoutTheNumberOfCpus() {
        Map<String, Value> values = Map.of("load", new Value.Quantity(50));

        assertThat(Evaluation.of(condition("load > 2 per cpu"), reading(values), NOTHING_KEPT))
                .isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"value > 1", "value <= 1", "value == 1", "value != 1"})
    void whatIsNoNumberIsUnknown(String text) {
        Map<String, Value> values = Map.of("value", new Value.Quantity(Double.NaN));

        assertThat(Evaluation.of(condition(text), reading(values), NOTHING_KEPT))
                .isInstanceOf(Verdict.Unknown.class);
    }

    private static List<String> told(List<Fact> facts) {
        return facts.stream().map(EvaluationTest::told).toList();
    }

    private static String told(Fact fact) {
        String value =
                switch (fact.value()) {
                    case Value.Quantity(double number) -> Long.toString(Math.round(number));
                    case Value.Text(String text) -> text;
                    case Value.Flag(boolean set) -> Boolean.toString(set);
                    case Value.Document(var _, String text) -> text;
                };
        String against =
                fact.threshold()
                        .map(than -> " " + than.operator().sign() + " " + limit(than.limit()))
                        .orElse("");
        return ConditionText.of(fact.name()) + " " + value + against;
    }

    private static String limit(Limit limit) {
        return limit instanceof Limit.Time(Duration time)
                ? Long.toString(time.toSeconds())
                : ConditionText.of(limit);
    }

    private static Verdict verdict(String text, Series series) {
        return Evaluation.of(condition(text), reading(everything()), series);
    }

    private static Map<String, Value> everything() {
        Map<String, Value> values = new HashMap<>();
        values.put("waiting", new Value.Quantity(162));
        values.put("paused", new Value.Flag(false));
        values.put("latency", new Value.Quantity(2));
        values.put("memory", new Value.Quantity(512L << 20));
        values.put("load", new Value.Quantity(8));
        values.put("cpus", new Value.Quantity(4));
        values.put("state", new Value.Text("up"));
        values.put("disk('/')", new Value.Quantity(0.95));
        values.put("body", document());
        return values;
    }

    private static Value document() {
        String text =
                """
                {"status":"unhealthy", "pool":{"size":3}, "ready":false}\
                """;
        try {
            return new Value.Document(new ObjectMapper().readTree(text), text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Reading.Known reading(Map<String, Value> values) {
        Map<Name, Value> byName = new HashMap<>();
        values.forEach((name, value) -> byName.put(name(name), value));
        return new Reading.Known(NOW, Duration.ZERO, new Values(byName));
    }

    private static Name name(String text) {
        if (condition(text) instanceof Condition.Flag(Name name, int _)) {
            return name;
        }
        throw new AssertionError(text);
    }

    private static Condition condition(String text) {
        if (ConditionParser.parse(text) instanceof Parse.Understood(Condition condition)) {
            return condition;
        }
        throw new AssertionError(text);
    }
}
