package pikett.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pikett.alerts.label.Labels;
import pikett.config.Conditions;
import pikett.config.condition.Condition;
import pikett.config.condition.ConditionParser;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Parse;
import pikett.config.offer.ProbeKind;

final class RulesTest {
    private static final Labels HOST = Labels.of(Map.of(Labels.HOST, "prod-1"));

    @Test
    void conditions_about_one_thing_are_one_alert_of_two_severities() {
        List<Rule> rules =
                Rules.of(
                        ProbeKind.HOST,
                        new Conditions(
                                all("unreachable", "disk('/') > 95%", "memory > 97%"),
                                all("disk('/') > 85%", "disk('/var') > 85%", "load > 2 per cpu")),
                        HOST);

        assertThat(rules.stream().map(RulesTest::written))
                .containsExactlyInAnyOrder(
                        "{alertname=HostUnreachable, host=prod-1} [unreachable] []",
                        "{alertname=DiskFull, host=prod-1, mount=/} [disk('/') > 95%] [disk('/') > 85%]",
                        "{alertname=DiskFull, host=prod-1, mount=/var} [] [disk('/var') > 85%]",
                        "{alertname=MemoryHigh, host=prod-1} [memory > 97%] []",
                        "{alertname=LoadHigh, host=prod-1} [] [load > 2 per cpu]");
    }

    @Test
    void what_is_named_first_says_what_a_condition_is_about() {
        List<Rule> rules =
                Rules.of(
                        ProbeKind.QUEUE,
                        new Conditions(all("workers == 0 and waiting > 0"), all("waiting > 9")),
                        HOST);

        assertThat(rules)
                .extracting(rule -> rule.labels().get(Labels.ALERT_NAME))
                .containsExactly("QueueWithoutWorkers", "QueueDeep");
    }

    @Test
    void a_written_check_is_one_alert() {
        List<Rule> rules =
                Rules.of(
                        ProbeKind.HTTP,
                        new Conditions(
                                all("status != 200", "latency > 5s"), all("certificate < 14d")),
                        Labels.of(Map.of(Labels.CHECK, "site")));

        assertThat(rules).hasSize(1);
    }

    private static String written(Rule rule) {
        return rule.labels()
                + " "
                + rule.when().critical().stream().map(ConditionText::of).toList()
                + " "
                + rule.when().warning().stream().map(ConditionText::of).toList();
    }

    private static List<Condition> all(String... texts) {
        return List.of(texts).stream().map(RulesTest::read).toList();
    }

    private static Condition read(String text) {
        return switch (ConditionParser.parse(text)) {
            case Parse.Understood(Condition condition) -> condition;
            case Parse.Mistake mistake -> throw new AssertionError(mistake);
        };
    }
}
