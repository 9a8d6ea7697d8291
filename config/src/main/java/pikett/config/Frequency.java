package pikett.config;

import java.time.Duration;

/// How often something may happen, as in `2 in 1h`.
///
/// @param times at most, at least one
/// @param within any stretch of this length
public record Frequency(int times, Duration within) {}
