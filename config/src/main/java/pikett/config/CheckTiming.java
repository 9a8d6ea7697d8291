package pikett.config;

import java.time.Duration;
import java.time.ZoneId;

/// When a check looks, and how long what it sees must last.
///
/// @param holdsFor how long a condition must hold before it fires (`for`)
/// @param keepFiringFor how long it must be gone before it is over
/// @param timeout how long one look may take
public record CheckTiming(
        Rhythm rhythm, Duration holdsFor, Duration keepFiringFor, Duration timeout) {
    /// How often a check looks.
    public sealed interface Rhythm {
        /// Again and again with the same pause (`every`).
        record Every(Duration pause) implements Rhythm {}

        /// At the times of a Quartz cron expression (`cron`), on the clocks of a zone.
        record Cron(String expression, ZoneId zone) implements Rhythm {}
    }
}
