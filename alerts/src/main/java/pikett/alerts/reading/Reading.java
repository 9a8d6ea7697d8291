package pikett.alerts.reading;

import java.time.Duration;
import java.time.Instant;
import pikett.adapters.reason.Reason;

/// What one look gave.
public sealed interface Reading {
    /// When it was read.
    Instant at();

    /// It could be read.
    ///
    /// @param took how long reading took
    record Known(Instant at, Duration took, Values values) implements Reading {}

    /// It could not be read. That says nothing about what was looked at.
    record Unknown(Instant at, Reason reason) implements Reading {}
}
