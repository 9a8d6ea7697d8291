package pikett.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// A summary that comes at certain times.
///
/// @param cron when, as a Quartz cron expression on the clocks of the zone
/// @param to names of chats; of admins, when the configuration has no chats
/// @param over how long before its time it looks back
public record DigestConfig(
        String cron, ZoneId timeZone, List<String> to, OnlyWhen onlyWhen, Duration over) {
    public DigestConfig {
        to = List.copyOf(to);
    }

    /// When a digest comes at all.
    public enum OnlyWhen {
        /// At each of its times.
        ALWAYS,
        /// Unless everything was well.
        NOT_GREEN
    }
}
