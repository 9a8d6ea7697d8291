package pikett.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// Whatever order reports arrive in, and however often, the alert is the same.
final class AlertMergePropertyTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Labels LABELS = Labels.of(Map.of("alertname", "ServiceDown"));
    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void merging_commutes(long seed) {
        forAlerts(
                seed,
                2,
                2,
                (alerts, _) -> {
                    Alert one = alerts.get(0);
                    Alert other = alerts.get(1);
                    assertThat(one.merge(other)).isEqualTo(other.merge(one));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void merging_associates(long seed) {
        forAlerts(
                seed,
                3,
                3,
                (alerts, _) -> {
                    Alert one = alerts.get(0);
                    Alert two = alerts.get(1);
                    Alert three = alerts.get(2);
                    assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void merging_twice_changes_nothing(long seed) {
        forAlerts(
                seed,
                2,
                2,
                (alerts, _) -> {
                    Alert one = alerts.get(0);
                    Alert two = alerts.get(1);
                    assertThat(one.merge(one)).isEqualTo(one);
                    assertThat(one.merge(two).merge(two)).isEqualTo(one.merge(two));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void any_order_with_repeats_comes_to_the_same(long seed) {
        forAlerts(
                seed,
                1,
                6,
                (alerts, random) -> {
                    List<Alert> again = new ArrayList<>(alerts);
                    again.add(alerts.get(random.nextInt(alerts.size())));
                    Collections.shuffle(again, random);
                    assertThat(merged(again))
                            .as("in the order %s", again)
                            .isEqualTo(merged(alerts));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_latest_time_of_firing_decides(long seed) {
        forAlerts(
                seed,
                1,
                6,
                (alerts, _) -> {
                    Instant latest =
                            alerts.stream()
                                    .map(Alert::startsAt)
                                    .max(Instant::compareTo)
                                    .orElseThrow();
                    boolean over =
                            alerts.stream()
                                    .filter(alert -> alert.startsAt().equals(latest))
                                    .anyMatch(alert -> !alert.firing());
                    assertThat(merged(alerts).firing()).isEqualTo(!over);
                    assertThat(merged(alerts).startsAt()).isEqualTo(latest);
                });
    }

    @Test
    void what_was_seen_while_it_fired_is_kept_when_it_is_over() {
        Alert fired = Alert.of(report(Status.FIRING, 0, 10, Severity.CRITICAL, "1"));
        Alert over = Alert.of(report(Status.RESOLVED, 0, 20, Severity.INFO, "2"));
        Alert merged = fired.merge(over);
        assertThat(merged.firing()).isFalse();
        assertThat(merged.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(merged.worst()).isEqualTo(Severity.CRITICAL);
        assertThat(merged.latest().facts()).isEqualTo(new Facts("1"));
        assertThat(merged.resolvedAt()).contains(START.plusSeconds(20));
    }

    @Test
    void an_alert_fires_until_it_is_first_said_to_be_over() {
        Alert fired = Alert.of(report(Status.FIRING, 0, 10, Severity.CRITICAL, "1"));
        Alert over = Alert.of(report(Status.RESOLVED, 0, 20, Severity.CRITICAL, "1"));
        Alert overLater = Alert.of(report(Status.RESOLVED, 0, 30, Severity.CRITICAL, "1"));

        assertThat(fired.firing()).isTrue();
        assertThat(fired.resolvedAt()).isEmpty();
        assertThat(overLater.merge(over).resolvedAt()).contains(START.plusSeconds(20));
        assertThat(over.merge(overLater).resolvedAt()).contains(START.plusSeconds(20));
    }

    @Test
    void the_worst_is_remembered_while_the_severity_falls() {
        Alert merged =
                Alert.of(report(Status.FIRING, 0, 1, Severity.CRITICAL, "1"))
                        .merge(Alert.of(report(Status.FIRING, 0, 2, Severity.WARNING, "2")));
        assertThat(merged.severity()).isEqualTo(Severity.WARNING);
        assertThat(merged.worst()).isEqualTo(Severity.CRITICAL);
        assertThat(merged.matchable().get(Labels.SEVERITY)).isEqualTo("warning");
    }

    @Test
    void a_start_in_the_future_would_never_end_and_is_now() {
        Report report =
                new Report(
                        "s",
                        LABELS,
                        Status.FIRING,
                        Severity.INFO,
                        Instant.parse("9999-01-01T00:00:00Z"),
                        START,
                        Facts.NONE);
        assertThat(report.startsAt()).isEqualTo(START);
    }

    /// Otherwise the alert as it was kept would be an earlier time of firing than the same one reported.
    @Test
    void times_are_as_fine_as_the_database_keeps_them() {
        Instant fine = START.plusNanos(123_456_789);
        Report report =
                new Report("s", LABELS, Status.FIRING, Severity.INFO, fine, fine, Facts.NONE);
        assertThat(report.startsAt()).isEqualTo(START.plusMillis(123));
        assertThat(report.seenAt()).isEqualTo(START.plusMillis(123));
    }

    @Test
    void two_alerts_are_not_merged() {
        Alert one = Alert.of(report(Status.FIRING, 0, 1, Severity.INFO, "1"));
        Report of = report(Status.FIRING, 0, 1, Severity.INFO, "1");
        Alert other =
                Alert.of(
                        new Report(
                                "other",
                                of.labels(),
                                of.status(),
                                of.severity(),
                                of.startsAt(),
                                of.seenAt(),
                                of.facts()));
        assertThatThrownBy(() -> one.merge(other)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Whatever fails names the seed, the round and the alerts.
    private static void forAlerts(
            long seed, int least, int most, BiConsumer<List<Alert>, Random> holds) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Alert> alerts =
                    Stream.generate(() -> any(random))
                            .limit(random.nextInt(least, most + 1))
                            .toList();
            assertThatCode(() -> holds.accept(alerts, random))
                    .as("seed %d, round %d, %s", seed, round, alerts)
                    .doesNotThrowAnyException();
        }
    }

    /// Made of so few values that ties are common.
    private static Alert any(Random random) {
        int start = random.nextInt(4);
        return Alert.of(
                report(
                        random.nextBoolean() ? Status.FIRING : Status.RESOLVED,
                        start,
                        start + random.nextInt(4),
                        SEVERITIES.get(random.nextInt(SEVERITIES.size())),
                        random.nextBoolean() ? "1" : "2"));
    }

    private static Report report(
            Status status, int startsAt, int seenAt, Severity severity, String facts) {
        return new Report(
                "test",
                LABELS,
                status,
                severity,
                START.plusSeconds(startsAt),
                START.plusSeconds(seenAt),
                new Facts(facts));
    }

    private static Alert merged(List<Alert> alerts) {
        return alerts.stream().reduce(Alert::merge).orElseThrow();
    }
}
