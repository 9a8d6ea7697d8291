package pikett.alerts.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pikett.alerts.incident.Changes;
import pikett.alerts.incident.GroupKey;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.incident.Taken;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

final class HappenedTest {
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Period DAY = Period.upTo(NINE, Duration.ofDays(1));

    @Test
    void a_quiet_day_has_no_times() {
        Happened happened = Happened.in(DAY, List.of());
        assertThat(happened)
                .isEqualTo(
                        new Happened(
                                0, 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void what_was_opened_and_what_ended_are_counted_apart() {
        Happened happened =
                Happened.in(
                        DAY,
                        List.of(
                                incident(1, "api", -1600, 10, -1300, Severity.CRITICAL, 2),
                                incident(2, "api", -60, 4, -40, Severity.CRITICAL, 2),
                                incident(3, "db", -30, 10, null, Severity.WARNING, 1),
                                incident(4, "db", -20, null, -10, Severity.WARNING, 2)));
        assertThat(happened.opened()).isEqualTo(3);
        assertThat(happened.critical()).isEqualTo(1);
        assertThat(happened.resolved()).isEqualTo(3);
        assertThat(happened.untaken()).isEqualTo(1);
        assertThat(happened.toTake()).contains(Duration.ofMinutes(7));
        assertThat(happened.toResolve()).contains(Duration.ofMinutes(110));
    }

    @Test
    void the_longest_is_so_within_the_period() {
        List<Incident> incidents =
                List.of(
                        incident(1, "api", -5000, null, -1400, Severity.CRITICAL, 2),
                        incident(2, "db", -100, null, null, Severity.WARNING, 1));
        assertThat(Happened.in(DAY, incidents).longest())
                .contains(new Happened.Longest(new IncidentNumber(2), Duration.ofMinutes(100)));
    }

    @Test
    void noise_is_what_comes_again_and_again() {
        List<Incident> incidents =
                List.of(
                        incident(1, "api", -100, null, -90, Severity.CRITICAL, 2),
                        incident(2, "api", -80, null, -70, Severity.CRITICAL, 2),
                        incident(3, "db", -60, null, -50, Severity.CRITICAL, 9),
                        incident(4, "quiet", -60, null, -50, Severity.CRITICAL, 2),
                        incident(5, "old", -5000, null, -4000, Severity.CRITICAL, 9));
        assertThat(Noise.in(DAY, incidents, 5))
                .containsExactly(new Noise(group("api"), 2, 4), new Noise(group("db"), 1, 9));
        assertThat(Noise.in(DAY, incidents, 1)).hasSize(1);
    }

    /// @param opened in minutes from nine o'clock
    /// @param takenAfter in minutes from the opening, or null
    /// @param resolved in minutes from nine o'clock, or null
    private static Incident incident(
            int number,
            String service,
            int opened,
            @Nullable Integer takenAfter,
            @Nullable Integer resolved,
            Severity worst,
            int changes) {
        Instant openedAt = NINE.plus(Duration.ofMinutes(opened));
        Optional<Instant> resolvedAt =
                Optional.ofNullable(resolved)
                        .map(minutes -> NINE.plus(Duration.ofMinutes(minutes)));
        return new Incident(
                new IncidentNumber(number),
                group(service),
                resolvedAt.isPresent() ? IncidentState.RESOLVED : IncidentState.OPEN,
                worst,
                worst,
                1,
                openedAt,
                Optional.ofNullable(takenAfter)
                        .map(minutes ->
                                new Taken("anna", openedAt.plus(Duration.ofMinutes(minutes)))),
                resolvedAt,
                new Changes(List.of(), changes, false));
    }

    private static GroupKey group(String service) {
        return new GroupKey(Labels.of(Map.of("service", service)));
    }
}
