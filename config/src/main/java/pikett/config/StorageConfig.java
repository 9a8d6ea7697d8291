package pikett.config;

import java.time.Duration;

/// Where Pikett keeps what it must not forget, and for how long.
///
/// @param url `jdbc:sqlite:/path` or `jdbc:postgresql://…`; a secret because it may carry a password
public record StorageConfig(Secret url, Retention retention) {
    /// How long things are kept; older ones are forgotten once a day.
    ///
    /// @param readings what the checks read
    /// @param incidents what is over, with its alerts and its timeline
    public record Retention(Duration readings, Duration incidents) {}
}
