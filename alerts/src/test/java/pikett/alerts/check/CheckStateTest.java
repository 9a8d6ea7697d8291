package pikett.alerts.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pikett.config.Severity;

/// What a person experiences of `for` and `keep-firing-for`.
final class CheckStateTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(60), Duration.ofSeconds(30));
    private static final Levels WARNING = new Levels(Truth.HOLDS, Truth.NOT);
    private static final Levels CRITICAL = new Levels(Truth.NOT, Truth.HOLDS);

    private CheckState state = CheckState.QUIET;

    @Test
    void what_holds_for_long_enough_fires() {
        at(0, WARNING);
        at(59, WARNING);
        assertThat(state.firing()).isFalse();
        at(60, WARNING);
        assertThat(state.severity()).contains(Severity.WARNING);
        assertThat(state.firingSince()).contains(START.plusSeconds(60));
    }

    @Test
    void without_for_the_first_reading_fires() {
        state =
                CheckState.QUIET.next(
                        CRITICAL, START, new Patience(Duration.ZERO, Duration.ofSeconds(30)));
        assertThat(state.severity()).contains(Severity.CRITICAL);
    }

    @Test
    void one_good_reading_begins_the_wait_anew() {
        at(0, WARNING);
        at(30, Levels.CLEAR);
        at(60, WARNING);
        at(90, WARNING);
        assertThat(state.firing()).isFalse();
        at(120, WARNING);
        assertThat(state.firing()).isTrue();
    }

    @Test
    void what_is_gone_for_long_enough_is_over() {
        firing(CRITICAL);
        at(100, Levels.CLEAR);
        at(129, Levels.CLEAR);
        assertThat(state.severity()).contains(Severity.CRITICAL);
        at(130, Levels.CLEAR);
        assertThat(state.quiet()).isTrue();
    }

    @Test
    void what_comes_back_meanwhile_was_never_over() {
        firing(CRITICAL);
        at(100, Levels.CLEAR);
        at(120, CRITICAL);
        at(140, Levels.CLEAR);
        at(160, Levels.CLEAR);
        assertThat(state.firing()).isTrue();
        assertThat(state.firingSince()).contains(START.plusSeconds(60));
    }

    @Test
    void unknown_neither_raises_nor_resolves() {
        at(0, Levels.UNKNOWN);
        at(3600, Levels.UNKNOWN);
        assertThat(state).isEqualTo(CheckState.QUIET);
        at(7200, WARNING);
        at(7300, Levels.UNKNOWN);
        assertThat(state.firing()).isFalse();
        at(7330, WARNING);
        assertThat(state.firing()).isTrue();
        at(7400, Levels.CLEAR);
        at(9000, Levels.UNKNOWN);
        assertThat(state.firing()).isTrue();
        at(9001, Levels.CLEAR);
        assertThat(state.firing()).isFalse();
    }

    @Test
    void critical_that_becomes_better_goes_on_as_a_warning() {
        firing(CRITICAL);
        at(100, WARNING);
        assertThat(state.severity()).contains(Severity.CRITICAL);
        at(130, WARNING);
        assertThat(state.severity()).contains(Severity.WARNING);
        assertThat(state.firingSince()).contains(START.plusSeconds(60));
    }

    @Test
    void a_warning_that_becomes_worse_is_critical_after_the_same_wait() {
        firing(WARNING);
        at(100, CRITICAL);
        assertThat(state.severity()).contains(Severity.WARNING);
        at(160, CRITICAL);
        assertThat(state.severity()).contains(Severity.CRITICAL);
        assertThat(state.firingSince()).contains(START.plusSeconds(60));
    }

    @Test
    void a_critical_that_cannot_be_told_any_more_stays_critical() {
        firing(CRITICAL);
        at(100, new Levels(Truth.HOLDS, Truth.UNKNOWN));
        at(9000, new Levels(Truth.HOLDS, Truth.UNKNOWN));
        assertThat(state.severity()).contains(Severity.CRITICAL);
    }

    @Test
    void a_clock_that_is_put_back_does_not_make_it_wait_an_hour_longer() {
        at(3600, WARNING);
        at(0, WARNING);
        at(60, WARNING);
        assertThat(state.firing()).isTrue();
    }

    private void firing(Levels levels) {
        at(0, levels);
        at(60, levels);
        assertThat(state.firing()).isTrue();
    }

    private void at(int second, Levels levels) {
        state = state.next(levels, START.plusSeconds(second), PATIENCE);
    }
}
