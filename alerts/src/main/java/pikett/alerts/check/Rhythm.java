package pikett.alerts.check;

import java.time.Duration;
import java.time.ZoneId;

/// How often a check looks.
public sealed interface Rhythm {
    /// Again and again with the same pause.
    record Every(Duration pause) implements Rhythm {}

    /// At the times of a cron expression in Quartz's syntax, on the clocks of a zone.
    record Cron(String expression, ZoneId zone) implements Rhythm {}
}
