package pikett.alerts.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.HeartbeatConfig;
import pikett.config.Severity;

final class ExpectationTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Expectation DAILY =
            expectation(new Rhythm.Every(Duration.ofDays(1)), Optional.empty());
    private static final Expectation BOUNDED =
            expectation(new Rhythm.Every(Duration.ofDays(1)), Optional.of(Duration.ofHours(2)));
    private static final Expectation AT_THREE =
            expectation(
                    new Rhythm.Cron("0 0 3 * * ?", ZoneId.of("Europe/Berlin")), Optional.empty());

    @Test
    void it_is_late_when_every_and_grace_have_passed_without_a_word() {
        Heard heard = Heard.nothing(START);

        assertThat(DAILY.troubles(heard, after("25h"))).isEmpty();
        assertThat(DAILY.troubles(heard, after("25h").plusMillis(1))).containsExactly(Trouble.LATE);
    }

    @Test
    void what_was_heard_starts_the_time_anew() {
        Heard heard = Heard.nothing(START).and(new Beat.Succeeded(), after("20h"));

        assertThat(DAILY.troubles(heard, after("45h"))).isEmpty();
        assertThat(DAILY.troubles(heard, after("46h"))).containsExactly(Trouble.LATE);
    }

    @Test
    void a_run_that_only_began_is_no_sign_that_the_work_is_done() {
        Heard heard = Heard.nothing(START).and(new Beat.Started(), after("24h"));

        assertThat(DAILY.troubles(heard, after("26h"))).containsExactly(Trouble.LATE);
    }

    @Test
    void a_run_that_began_in_time_has_as_long_as_it_may_take() {
        Heard heard = Heard.nothing(START).and(new Beat.Started(), after("24h"));

        assertThat(BOUNDED.troubles(heard, after("26h"))).isEmpty();
        assertThat(BOUNDED.troubles(heard, after("27h"))).containsExactly(Trouble.RUNS_TOO_LONG);
    }

    @Test
    void one_that_begins_again_and_again_and_never_ends_is_late_all_the_same() {
        Heard heard = Heard.nothing(START).and(new Beat.Started(), after("26h"));

        assertThat(BOUNDED.troubles(heard, after("27h"))).containsExactly(Trouble.LATE);
    }

    @Test
    void it_has_failed_until_the_next_success() {
        Heard failed = Heard.nothing(START).and(Beat.ended(3, "disk full"), after("1h"));

        assertThat(DAILY.troubles(failed, after("1h"))).containsExactly(Trouble.FAILED);
        assertThat(DAILY.troubles(failed.and(new Beat.Started(), after("2h")), after("3h")))
                .containsExactly(Trouble.FAILED);
        assertThat(DAILY.troubles(failed.and(Beat.ended(0, ""), after("3h")), after("4h")))
                .isEmpty();
    }

    @Test
    void by_a_cron_expression_it_is_late_when_the_next_time_and_grace_have_passed() {
        Heard heard = Heard.nothing(START.minusSeconds(1));

        // Three o'clock in Berlin is two in UTC.
        assertThat(AT_THREE.troubles(heard.and(new Beat.Succeeded(), after("5m")), after("25h")))
                .isEmpty();
        assertThat(AT_THREE.troubles(heard.and(new Beat.Succeeded(), after("5m")), after("26h")))
                .containsExactly(Trouble.LATE);
    }

    @Test
    void a_clock_that_is_a_little_ahead_is_no_reason_to_wait_for_the_same_time_again() {
        Heard heard =
                Heard.nothing(START.minus(HOUR)).and(new Beat.Succeeded(), START.minusMillis(900));

        assertThat(AT_THREE.troubles(heard, after("2h"))).isEmpty();
    }

    @Test
    void on_the_day_when_the_clock_is_put_back_it_is_expected_at_the_same_hour() {
        Instant saturday = Instant.parse("2026-10-24T01:05:00Z");
        Heard heard = Heard.nothing(saturday).and(new Beat.Succeeded(), saturday);

        assertThat(AT_THREE.due(heard)).isEqualTo("2026-10-25T03:00:00Z");
    }

    @Test
    void what_may_have_called_while_nobody_could_hear_it_is_counted_anew() {
        Heard heard = Heard.nothing(START);
        Absence absence = new Absence(after("23h"), after("30h"));

        Heard excused = DAILY.excused(heard, absence);

        assertThat(DAILY.troubles(heard, after("30h"))).containsExactly(Trouble.LATE);
        assertThat(DAILY.troubles(excused, after("55h"))).isEmpty();
        assertThat(DAILY.troubles(excused, after("56h"))).containsExactly(Trouble.LATE);
    }

    @Test
    void a_beat_may_have_come_as_much_too_early_as_it_may_be_late() {
        Absence justBefore = new Absence(after("23h"), after("23h").plusSeconds(60));

        assertThat(DAILY.excused(Heard.nothing(START), justBefore).countsFrom())
                .isEqualTo(justBefore.to());
    }

    @Test
    void an_absence_excuses_once_until_the_job_is_heard() {
        Heard once = DAILY.excused(Heard.nothing(START), new Absence(after("23h"), after("25h")));

        Heard twice = DAILY.excused(once, new Absence(after("48h"), after("49h")));

        assertThat(twice).isEqualTo(once);
        assertThat(DAILY.troubles(twice, after("51h"))).containsExactly(Trouble.LATE);
        Heard heard = once.and(new Beat.Succeeded(), after("26h"));
        assertThat(DAILY.excused(heard, new Absence(after("49h"), after("51h"))).countsFrom())
                .isEqualTo(after("51h"));
    }

    @Test
    void what_was_not_due_around_the_absence_is_waited_for_as_before() {
        Heard heard = Heard.nothing(START);

        assertThat(DAILY.excused(heard, new Absence(after("2h"), after("9h")))).isEqualTo(heard);
    }

    @Test
    void what_was_late_before_stays_late() {
        Heard heard = Heard.nothing(START);

        assertThat(DAILY.excused(heard, new Absence(after("26h"), after("27h")))).isEqualTo(heard);
    }

    @Test
    void the_end_of_a_run_may_be_what_was_lost() {
        Heard heard = Heard.nothing(START).and(new Beat.Started(), after("1h"));

        Heard excused = BOUNDED.excused(heard, new Absence(after("2h"), after("6h")));

        assertThat(BOUNDED.troubles(heard, after("6h"))).containsExactly(Trouble.RUNS_TOO_LONG);
        assertThat(BOUNDED.troubles(excused, after("6h"))).isEmpty();
    }

    @Test
    void what_failed_before_an_absence_has_failed() {
        Heard heard = Heard.nothing(START).and(Beat.ended(1, ""), after("1h"));

        Heard excused = DAILY.excused(heard, new Absence(after("2h"), after("30h")));

        assertThat(DAILY.troubles(excused, after("30h"))).containsExactly(Trouble.FAILED);
    }

    @Test
    void only_the_end_of_a_long_text_is_kept() {
        Beat.Failed beat = new Beat.Failed(Optional.empty(), "a".repeat(20_000) + "the end");

        assertThat(beat.tail()).hasSize(Beat.Failed.TAIL).endsWith("athe end");
        assertThat(List.of(new Beat.Failed(Optional.empty(), "nul \u0000").tail()))
                .containsExactly("nul \uFFFD");
    }

    private static Instant after(String time) {
        return START.plus(Duration.parse("PT" + time.toUpperCase(java.util.Locale.ROOT)));
    }

    private static Expectation expectation(Rhythm rhythm, Optional<Duration> runsAtMost) {
        return new Expectation(
                "backup",
                new HeartbeatConfig(rhythm, HOUR, Severity.CRITICAL, runsAtMost, List.of()));
    }
}
