package pikett.alerts.probe;

import java.time.Instant;
import pikett.alerts.reading.Reading;

/// Reads what a check is about. Safe for use by many threads; never used by two at once for one check.
@FunctionalInterface
public interface Probe {
    /// Reads once. What cannot be read is a reading too; an exception is a bug. Ends soon after it is
    /// interrupted.
    ///
    /// @param deadline when nobody waits for it any more
    Reading read(Instant deadline);

    /// Whether a value of which nothing is found is unknown for the parts that it had; otherwise they are
    /// over.
    default boolean mayLoseSight() {
        return false;
    }
}
