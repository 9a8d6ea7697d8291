package pikett.alerts.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A stretch of time.
///
/// @param from the first instant of it
/// @param until the first instant after it; not before `from`
public record Period(Instant from, Instant until) {
    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a period cannot end before it begins");
        }
    }

    /// The period that ends now.
    public static Period upTo(Instant now, Duration length) {
        return new Period(now.minus(length), now);
    }

    /// The period that ended then. Whole days are days of the calendar, also when the clock changed: so
    /// one daily digest begins where the one before it ended.
    ///
    /// @param zone whose clocks count
    public static Period before(Instant end, Duration length, ZoneId zone) {
        boolean wholeDays = length.equals(Duration.ofDays(length.toDays()));
        return wholeDays
                ? new Period(end.atZone(zone).minusDays(length.toDays()).toInstant(), end)
                : upTo(end, length);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
