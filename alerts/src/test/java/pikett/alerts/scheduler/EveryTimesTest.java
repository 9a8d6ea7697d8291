package pikett.alerts.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EveryTimesTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void the_pause_is_kept_and_a_new_start_changes_nothing() {
        EveryTimes times = EveryTimes.of(Duration.ofSeconds(30), "site");
        Instant first = times.after(START).orElseThrow();
        assertThat(Duration.between(START, first)).isBetween(Duration.ofMillis(1), times.pause());
        assertThat(times.after(first)).contains(first.plusSeconds(30));
        assertThat(times.after(first.minusMillis(1))).contains(first);
        assertThat(EveryTimes.of(Duration.ofSeconds(30), "site").after(first.plusSeconds(3601)))
                .contains(first.plusSeconds(3630));
    }

    @Test
    void a_thousand_checks_are_spread_over_the_pause() {
        Map<Long, Long> bySecond =
                IntStream.range(0, 1000)
                        .mapToObj(
                                number -> EveryTimes.of(Duration.ofSeconds(30), "check-" + number))
                        .collect(
                                Collectors.groupingBy(
                                        times -> times.offset().toSeconds(),
                                        Collectors.counting()));
        assertThat(bySecond).hasSize(30);
        assertThat(bySecond.values()).allMatch(count -> count < 70);
    }
}
