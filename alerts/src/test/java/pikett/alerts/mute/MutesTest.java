package pikett.alerts.mute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.config.Severity;
import pikett.config.match.Comparison;

final class MutesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Alert HOST =
            alert(Severity.CRITICAL, "alertname", "HostUnreachable", "host", "one");
    private static final Alert API =
            alert(Severity.CRITICAL, "alertname", "ServiceDown", "service", "api", "host", "one");
    private static final Inhibition BY_HOST =
            new Inhibition(
                    Matchers.of(Matcher.equal("alertname", "HostUnreachable")),
                    Matchers.of(new Matcher("host", Comparison.MATCHES, ".+")),
                    List.of("host"));

    @Test
    void a_cause_hides_what_has_the_same_labels_and_not_itself() {
        Mutes mutes = mutes(List.of(HOST, API), List.of(BY_HOST), Dependencies.NONE);
        assertThat(mutes.of(API))
                .containsExactly(new Mute.ByInhibition(HOST.fingerprint(), "HostUnreachable"));
        assertThat(mutes.of(HOST)).isEmpty();
        assertThat(mutes.of(alert(Severity.CRITICAL, "service", "api", "host", "two"))).isEmpty();
    }

    @Test
    void a_cause_that_no_longer_fires_hides_nothing() {
        assertThat(mutes(List.of(API), List.of(BY_HOST), Dependencies.NONE).of(API)).isEmpty();
    }

    @Test
    void two_that_would_hide_each_other_hide_neither() {
        Alert other =
                alert(Severity.CRITICAL, "alertname", "HostUnreachable", "host", "one", "by", "x");
        Mutes both = mutes(List.of(HOST, other), List.of(BY_HOST), Dependencies.NONE);
        assertThat(both.of(HOST)).isEmpty();
        assertThat(both.of(other)).isEmpty();

        Inhibition back =
                new Inhibition(
                        Matchers.of(Matcher.equal("service", "api")),
                        Matchers.of(Matcher.equal("alertname", "HostUnreachable")),
                        List.of());
        Mutes crossed = mutes(List.of(HOST, API), List.of(BY_HOST, back), Dependencies.NONE);
        assertThat(crossed.of(HOST)).isEmpty();
        assertThat(crossed.of(API)).isEmpty();
    }

    @Test
    void a_need_of_a_need_hides() {
        Dependencies needs =
                new Dependencies(Map.of("api", List.of("queue"), "queue", List.of("redis")));
        Alert redis = alert(Severity.CRITICAL, "service", "redis");
        assertThat(mutes(List.of(redis, API), List.of(), needs).of(API))
                .containsExactly(new Mute.ByDependency("redis"));
    }

    @Test
    void a_warning_does_not_hide_what_is_critical() {
        Dependencies needs = new Dependencies(Map.of("api", List.of("redis")));
        Alert redis = alert(Severity.WARNING, "service", "redis");
        assertThat(mutes(List.of(redis, API), List.of(), needs).of(API)).isEmpty();
    }

    @Test
    void services_that_need_each_other_hide_neither() {
        Dependencies circle =
                new Dependencies(
                        Map.of("api", List.of("b"), "b", List.of("c"), "c", List.of("api")));
        Alert other = alert(Severity.CRITICAL, "service", "b");
        Mutes mutes = mutes(List.of(API, other), List.of(), circle);
        assertThat(mutes.of(API)).isEmpty();
        assertThat(mutes.of(other)).isEmpty();
    }

    @Test
    void a_silence_that_has_begun_hides_until_its_end() {
        assertThat(silenced(true, NOW.plusSeconds(1), Optional.empty())).hasSize(1);
        assertThat(silenced(false, NOW.plusSeconds(1), Optional.empty())).isEmpty();
        assertThat(silenced(true, NOW, Optional.empty())).isEmpty();
        assertThat(
                        silenced(
                                true,
                                NOW.plusSeconds(1),
                                Optional.of(new Silence.End(NOW, Silence.Why.ENDED, "anna"))))
                .isEmpty();
    }

    private static List<Mute> silenced(boolean begun, Instant until, Optional<Silence.End> end) {
        Silence silence =
                new Silence(
                        new SilenceId(1),
                        Matchers.of(Matcher.equal("severity", "critical")),
                        NOW.minusSeconds(10),
                        until,
                        begun,
                        "anna",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        end);
        return new Mutes(List.of(API), List.of(silence), List.of(), Dependencies.NONE, NOW).of(API);
    }

    private static Mutes mutes(
            List<Alert> firing, List<Inhibition> inhibitions, Dependencies needs) {
        return new Mutes(firing, List.of(), inhibitions, needs, NOW);
    }

    private static Alert alert(Severity severity, String... labels) {
        Labels all = Labels.of(Map.of());
        for (int index = 0; index < labels.length; index += 2) {
            all = all.with(labels[index], labels[index + 1]);
        }
        return Alert.of(new Report("check", all, Status.FIRING, severity, NOW, NOW, Facts.NONE));
    }
}
