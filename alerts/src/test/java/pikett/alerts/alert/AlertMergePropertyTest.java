package pikett.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// Whatever order reports arrive in, and however often, the alert is the same.
final class AlertMergePropertyTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Labels LABELS = Labels.of(Map.of("alertname", "ServiceDown"));

    @Property
    void merging_commutes(@ForAll("alerts") Alert one, @ForAll("alerts") Alert other) {
        assertThat(one.merge(other)).isEqualTo(other.merge(one));
    }

    @Property
    void merging_associates(
            @ForAll("alerts") Alert one,
            @ForAll("alerts") Alert two,
            @ForAll("alerts") Alert three) {
        assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
    }

    @Property
    void merging_twice_changes_nothing(@ForAll("alerts") Alert one, @ForAll("alerts") Alert two) {
        assertThat(one.merge(one)).isEqualTo(one);
        assertThat(one.merge(two).merge(two)).isEqualTo(one.merge(two));
    }

    @Property
    void any_order_with_repeats_comes_to_the_same(
            @ForAll @Size(min = 1, max = 6) List<@net.jqwik.api.From("alerts") Alert> alerts,
            @ForAll Random random) {
        List<Alert> again = new ArrayList<>(alerts);
        again.add(alerts.get(random.nextInt(alerts.size())));
        Collections.shuffle(again, random);
        assertThat(merged(again)).isEqualTo(merged(alerts));
    }

    @Property
    void the_latest_time_of_firing_decides(
            @ForAll @Size(min = 1, max = 6) List<@net.jqwik.api.From("alerts") Alert> alerts) {
        Instant latest = alerts.stream().map(Alert::startsAt).max(Instant::compareTo).orElseThrow();
        boolean over =
                alerts.stream()
                        .filter(alert -> alert.startsAt().equals(latest))
                        .anyMatch(alert -> !alert.firing());
        assertThat(merged(alerts).firing()).isEqualTo(!over);
        assertThat(merged(alerts).startsAt()).isEqualTo(latest);
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

    @Provide
    Arbitrary<Alert> alerts() {
        return Combinators.combine(
                        Arbitraries.of(Status.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of("1", "2"))
                .as((status, start, length, severity, facts) ->
                        Alert.of(report(status, start, start + length, severity, facts)));
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
