package pikett.alerts.check;

import java.time.Instant;

/// Looks at what a check is about. Safe for use by many threads; never used by two at once for one check.
@FunctionalInterface
public interface Eye {
    /// Looks once. What cannot be read is a sighting too; an exception is a bug. May be interrupted when
    /// it takes longer than it was given.
    Sighting look(Instant deadline);
}
