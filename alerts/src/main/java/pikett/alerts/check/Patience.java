package pikett.alerts.check;

import java.time.Duration;

/// How long a condition must be seen before it counts.
///
/// @param raise how long it must hold before it fires (`for`)
/// @param resolve how long it must be gone before it is over (`keep-firing-for`)
public record Patience(Duration raise, Duration resolve) {}
