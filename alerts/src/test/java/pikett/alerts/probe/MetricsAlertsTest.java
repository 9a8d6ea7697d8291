package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.host.Dialer;
import pikett.adapters.http.Http;
import pikett.adapters.local.LocalDialer;
import pikett.alerts.check.AlertKey;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckRound;
import pikett.alerts.check.CheckState;
import pikett.alerts.check.Horizon;
import pikett.alerts.check.Patience;
import pikett.alerts.check.Place;
import pikett.alerts.label.Labels;
import pikett.alerts.rule.Evidence;
import pikett.alerts.rule.Rule;
import pikett.alerts.rule.RuleEye;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.Conditions;
import pikett.config.condition.Condition;
import pikett.config.condition.Name;
import pikett.config.condition.Parse;
import pikett.config.offer.ConditionTypes;
import pikett.config.offer.ProbeKind;

/// What becomes of the alerts of a program whose series come and go. Each look is that of a Pikett that was
/// just started.
final class MetricsAlertsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Labels CHECK = Labels.of(Map.of(Labels.ALERT_NAME, "CheckFailing"));

    private final Dialer here = new LocalDialer();
    private final Http http = new Http(here, UnaryOperator.identity());
    private Map<AlertKey, CheckState> states = Map.of();

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void what_is_still_bad_stays_the_same_alert_while_others_come_and_go() throws IOException {
        assertThat(looks("errors{queue=\"mail\"} 9\n")).containsExactly("FIRING mail");
        assertThat(looks("errors{queue=\"mail\"} 9\nerrors{queue=\"sms\"} 1\n"))
                .containsExactly("FIRING mail");
        assertThat(looks("errors{queue=\"mail\"} 9\n")).containsExactly("FIRING mail");
    }

    @Test
    void a_series_that_goes_while_another_is_there_is_over() throws IOException {
        looks("errors{queue=\"mail\"} 9\nerrors{queue=\"sms\"} 1\n");
        assertThat(looks("errors{queue=\"sms\"} 1\n")).containsExactly("RESOLVED mail");
    }

    @Test
    void a_program_that_was_just_restarted_shows_none_and_nothing_is_known() throws IOException {
        looks("errors{queue=\"mail\"} 9\n");
        assertThat(looks("up 1\n")).isEmpty();
        assertThat(looks("errors{queue=\"mail\"} 0\n")).containsExactly("RESOLVED mail");
    }

    @Test
    void a_metric_that_is_never_there_holds_the_end_of_another_not_back() throws IOException {
        looks("depth{queue=\"mail\"} 900\ndepth{queue=\"sms\"} 1\n");
        assertThat(looks("depth{queue=\"sms\"} 1\n")).containsExactly("RESOLVED mail");
    }

    private List<String> looks(String page) throws IOException {
        try (Site site = Site.answering(200, page)) {
            Rule rule =
                    new Rule(
                            CHECK,
                            new Conditions(
                                    List.of(condition("errors > 5")),
                                    List.of(condition("depth > 100"))));
            MetricsProbe probe =
                    new MetricsProbe(
                            new Endpoint(http, here, site.uri()),
                            List.of(Name.of("errors"), Name.of("depth")),
                            InstantSource.fixed(NOW));
            RuleEye eye =
                    new RuleEye(
                            probe,
                            List.of(rule),
                            (_, _) -> (_, _) -> OptionalDouble.empty(),
                            Evidence.VALUES,
                            Duration.ofSeconds(10),
                            InstantSource.fixed(NOW));
            CheckRound round = new CheckRound(states, Horizon.EMPTY, NOW);
            round.saw(check(eye), eye.look(NOW.plusSeconds(10)));
            states = round.next();
            return round.reports().stream()
                    .map(report -> report.status() + " " + report.labels().get("queue"))
                    .toList();
        }
    }

    private static Check check(RuleEye eye) {
        return new Check(
                "jobs",
                new Place.Here(),
                new Rhythm.Every(Duration.ofSeconds(30)),
                Duration.ofSeconds(10),
                new Patience(Duration.ZERO, Duration.ZERO),
                eye);
    }

    private static Condition condition(String text) {
        return switch (ConditionTypes.read(text, ProbeKind.METRICS)) {
            case Parse.Understood(Condition condition) -> condition;
            case Parse.Mistake mistaken -> throw new AssertionError(mistaken);
        };
    }
}
