package pikett.alerts.digest;

import java.time.Duration;
import java.time.Instant;

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

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
