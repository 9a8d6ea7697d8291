package pikett.alerts.scheduler;

import java.time.Instant;
import java.util.Optional;

/// The points in time at which something is due. Immutable, safe for use by many threads.
public sealed interface FireTimes permits EveryTimes, CronTimes {
    /// The first of them that is later than this instant; empty when there is none any more.
    Optional<Instant> after(Instant instant);
}
