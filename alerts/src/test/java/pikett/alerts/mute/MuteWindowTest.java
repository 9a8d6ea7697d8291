package pikett.alerts.mute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.config.Severity;

final class MuteWindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // A usual night, in winter an hour before UTC.
        "2026-11-20T20:59:59Z, ",
        "2026-11-20T21:00:00Z, 2026-11-21T06:00:00Z",
        "2026-11-21T05:59:59Z, 2026-11-21T06:00:00Z",
        "2026-11-21T06:00:00Z, ",
        // The night in which an hour is missing, and the one in which an hour comes twice.
        "2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
        "2026-03-29T04:59:59Z, 2026-03-29T05:00:00Z",
        "2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z",
        "2026-10-25T05:59:59Z, 2026-10-25T06:00:00Z",
    })
    void the_wall_clock_decides(Instant now, Instant until) {
        MuteWindow night = window("22:00", "07:00", EnumSet.allOf(DayOfWeek.class));
        assertThat(night.activeUntil(now)).isEqualTo(Optional.ofNullable(until));
    }

    @Test
    void a_night_belongs_to_the_day_on_which_it_begins() {
        MuteWindow friday = window("22:00", "07:00", EnumSet.of(DayOfWeek.FRIDAY));
        assertThat(friday.activeUntil(Instant.parse("2026-11-21T03:00:00Z"))).isPresent();
        assertThat(friday.activeUntil(Instant.parse("2026-11-20T03:00:00Z"))).isEmpty();
        assertThat(friday.activeUntil(Instant.parse("2026-11-21T22:00:00Z"))).isEmpty();
    }

    @Test
    void the_same_time_twice_is_the_whole_day() {
        MuteWindow saturday = window("00:00", "00:00", EnumSet.of(DayOfWeek.SATURDAY));
        assertThat(saturday.activeUntil(Instant.parse("2026-11-21T12:00:00Z")))
                .contains(Instant.parse("2026-11-21T23:00:00Z"));
        assertThat(saturday.activeUntil(Instant.parse("2026-11-22T12:00:00Z"))).isEmpty();
    }

    @Test
    void what_is_bad_enough_passes() {
        MuteWindow night = window("22:00", "07:00", EnumSet.allOf(DayOfWeek.class));
        assertThat(night.holdsBack(Severity.WARNING)).isTrue();
        assertThat(night.holdsBack(Severity.CRITICAL)).isFalse();
    }

    private static MuteWindow window(String from, String to, Set<DayOfWeek> days) {
        return new MuteWindow(
                "night",
                BERLIN,
                LocalTime.parse(from),
                LocalTime.parse(to),
                days,
                Optional.of(Severity.CRITICAL));
    }
}
