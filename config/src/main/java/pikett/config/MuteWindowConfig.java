package pikett.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Recurring hours that hold back what is not bad enough.
///
/// @param to the end; on the next day when it is not after `from`
/// @param days on which it begins
/// @param below what is as bad as this passes; everything is held back when empty
public record MuteWindowConfig(
        ZoneId zone, LocalTime from, LocalTime to, Set<DayOfWeek> days, Optional<Severity> below) {
    public MuteWindowConfig {
        days = Set.copyOf(days);
    }
}
