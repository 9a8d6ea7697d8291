package pikett.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.alerts.alert.Facts;
import pikett.alerts.condition.Fact;
import pikett.alerts.reading.Value;
import pikett.alerts.rule.Because.Told;
import pikett.alerts.rule.Because.Unit;
import pikett.config.condition.Limit;
import pikett.config.condition.Name;
import pikett.config.condition.Operator;

final class BecauseTest {
    private static final Name DISK =
            new Name("disk", List.of(), Optional.of(new Name.Argument.Quoted("/")), Map.of());

    @Test
    void what_decided_is_kept_with_its_unit_and_its_limit() {
        Because kept =
                Because.of(
                        List.of(
                                fact(
                                        DISK,
                                        new Value.Quantity(0.97),
                                        new Limit.Percent(new BigDecimal(95))),
                                fact(
                                        Name.of("oldest"),
                                        new Value.Quantity(660),
                                        new Limit.Time(Duration.ofMinutes(10))),
                                new Fact(
                                        Name.of("failed"),
                                        new Value.Flag(true),
                                        Optional.empty())));

        assertThat(Because.of(kept.facts())).isEqualTo(kept);
        assertThat(kept.values())
                .containsExactly(
                        new Told(
                                "disk('/')",
                                new Value.Quantity(0.97),
                                Unit.SHARE,
                                Optional.of("> 95%")),
                        new Told(
                                "oldest",
                                new Value.Quantity(660),
                                Unit.SECONDS,
                                Optional.of("> 10m")),
                        new Told("failed", new Value.Flag(true), Unit.PLAIN, Optional.empty()));
    }

    @Test
    void it_stands_beside_other_facts_and_takes_nothing_from_them() {
        Because kept =
                new Because(
                        List.of(
                                new Told(
                                        "waiting",
                                        new Value.Quantity(162),
                                        Unit.PLAIN,
                                        Optional.of("> 100"))));

        Facts both = kept.in(new Facts("{\"log\":[1]}"));

        assertThat(both.json()).contains("\"log\":[1]");
        assertThat(Because.of(both)).isEqualTo(kept);
    }

    @Test
    void a_long_text_from_outside_is_cut() {
        Because kept =
                Because.of(
                        List.of(
                                fact(
                                        Name.of("body"),
                                        new Value.Text("x".repeat(100_000)),
                                        new Limit.Text("well"))));

        assertThat(kept.facts().json().length()).isLessThan(400);
    }

    @Test
    void facts_of_another_kind_say_nothing() {
        for (String json :
                List.of("{}", "[]", "no json", "{\"because\":7}", "{\"because\":[{}]}")) {
            assertThat(Because.of(new Facts(json)).values()).hasSizeLessThan(2);
        }
    }

    private static Fact fact(Name name, Value value, Limit limit) {
        return new Fact(
                name,
                value,
                Optional.of(new Fact.Threshold(Operator.GREATER, limit, Optional.empty())));
    }
}
