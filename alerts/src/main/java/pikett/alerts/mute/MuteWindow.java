package pikett.alerts.mute;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import pikett.config.Severity;

/// Recurring hours that hold back what is not bad enough.
///
/// @param days on which it begins
/// @param to the end; on the next day when it is not after `from`
/// @param below what is as bad as this passes; everything is held back when empty
public record MuteWindow(
        String name,
        ZoneId zone,
        LocalTime from,
        LocalTime to,
        Set<DayOfWeek> days,
        Optional<Severity> below) {
    public MuteWindow {
        days = Set.copyOf(days);
    }

    public boolean holdsBack(Severity severity) {
        return below.isEmpty() || severity.compareTo(below.get()) < 0;
    }

    /// When the hours that go on now end. Empty outside of them.
    ///
    /// An hour that the clock skips or repeats makes the window shorter or longer: both ends are what
    /// the wall clock shows.
    public Optional<Instant> activeUntil(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return endOfThatOf(today.minusDays(1), now).or(() -> endOfThatOf(today, now));
    }

    private Optional<Instant> endOfThatOf(LocalDate day, Instant now) {
        if (!days.contains(day.getDayOfWeek())) {
            return Optional.empty();
        }
        LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
        Instant begins = day.atTime(from).atZone(zone).toInstant();
        Instant ends = lastDay.atTime(to).atZone(zone).toInstant();
        boolean active = !now.isBefore(begins) && now.isBefore(ends);
        return active ? Optional.of(ends) : Optional.empty();
    }
}
