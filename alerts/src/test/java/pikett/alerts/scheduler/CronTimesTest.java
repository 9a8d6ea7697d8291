package pikett.alerts.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CronTimesTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2041-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "00:30", "01:59", "02:00", "02:30", "03:00", "23:30"})
    void a_daily_chore_runs_once_a_day_whatever_the_clocks_of_any_zone_do(String text) {
        LocalTime time = LocalTime.parse(text);
        String daily = "0 %d %d * * ?".formatted(time.getMinute(), time.getHour());
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(name);
            CronTimes times = new CronTimes(daily, zone);
            for (ZoneOffsetTransition leap : leaps(zone)) {
                LocalDateTime noon = leap.getDateTimeBefore().toLocalDate().atTime(12, 0);
                assertThat(
                                between(
                                        times,
                                        noon.minusDays(2).atZone(zone).toInstant(),
                                        noon.plusDays(2).atZone(zone).toInstant()))
                        .as("%s in %s around %s", daily, zone, leap)
                        .hasSize(4);
            }
        }
    }

    @Test
    void what_is_due_in_a_rhythm_never_pauses_in_any_zone() {
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(name);
            CronTimes times = new CronTimes("0 */30 * * * ?", zone);
            for (ZoneOffsetTransition leap : leaps(zone)) {
                Instant before = leap.getInstant().minus(Duration.ofHours(3));
                Instant last = before;
                for (Instant next : between(times, before, before.plus(Duration.ofHours(6)))) {
                    assertThat(Duration.between(last, next))
                            .as("in %s around %s", zone, leap)
                            .isLessThanOrEqualTo(Duration.ofMinutes(30));
                    last = next;
                }
                assertThat(last).isAfterOrEqualTo(before.plus(Duration.ofMinutes(330)));
            }
        }
    }

    @Test
    void on_other_days_it_is_due_when_the_clock_shows_it() {
        assertThat(next("0 30 2 * * ?", "2026-11-20T12:00:00Z")).isEqualTo("2026-11-21T01:30:00Z");
        assertThat(next("0 0 9 ? * MON", "2026-11-21T00:00:00Z")).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(next("0 */5 * * * ?", "2026-11-21T00:00:00Z")).isEqualTo("2026-11-21T00:05:00Z");
    }

    @Test
    void what_the_clock_leaps_over_is_due_at_the_leap() {
        assertThat(next("0 30 2 * * ?", "2026-03-28T12:00:00Z")).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(next("0 30 2 * * ?", "2026-03-29T01:00:00Z")).isEqualTo("2026-03-30T00:30:00Z");
    }

    @Test
    void what_the_clock_shows_twice_is_due_the_first_time() {
        assertThat(next("0 30 2 * * ?", "2026-10-24T12:00:00Z")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(next("0 30 2 * * ?", "2026-10-25T00:30:00Z")).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Test
    void a_rhythm_goes_on_while_the_clock_shows_the_hour_again() {
        CronTimes times = new CronTimes("0 */30 * * * ?", ZURICH);
        assertThat(
                        between(
                                times,
                                Instant.parse("2026-10-24T23:59:00Z"),
                                Instant.parse("2026-10-25T02:00:00Z")))
                .map(Instant::toString)
                .containsExactly(
                        "2026-10-25T00:00:00Z",
                        "2026-10-25T00:30:00Z",
                        "2026-10-25T01:00:00Z",
                        "2026-10-25T01:30:00Z",
                        "2026-10-25T02:00:00Z");
    }

    @Test
    void a_year_that_is_over_is_never_due() {
        assertThat(new CronTimes("0 0 0 1 1 ? 2020", ZURICH).after(FROM.plusSeconds(1))).isEmpty();
    }

    @Test
    void what_is_no_cron_expression_is_refused_with_the_reason() {
        assertThatThrownBy(() -> new CronTimes("0 9 * * *", ZURICH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'0 9 * * *' is no cron expression: ");
    }

    private static String next(String expression, String after) {
        return new CronTimes(expression, ZURICH)
                .after(Instant.parse(after))
                .orElseThrow()
                .toString();
    }

    /// The times after the first instant, up to the second one.
    private static List<Instant> between(CronTimes times, Instant after, Instant until) {
        List<Instant> found = new ArrayList<>();
        Instant next = times.after(after).orElseThrow();
        while (!next.isAfter(until)) {
            found.add(next);
            next = times.after(next).orElseThrow();
        }
        return found;
    }

    /// What the clocks of a zone do between 2020 and 2040.
    private static List<ZoneOffsetTransition> leaps(ZoneId zone) {
        List<ZoneOffsetTransition> leaps = new ArrayList<>();
        @Nullable ZoneOffsetTransition leap = zone.getRules().nextTransition(FROM);
        while (leap != null && leap.getInstant().isBefore(UNTIL)) {
            leaps.add(leap);
            leap = zone.getRules().nextTransition(leap.getInstant());
        }
        return leaps;
    }
}
