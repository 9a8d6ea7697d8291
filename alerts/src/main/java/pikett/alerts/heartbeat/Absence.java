package pikett.alerts.heartbeat;

import java.time.Instant;

/// A time in which nobody could be heard.
///
/// @param from when Pikett was there last
/// @param to when it was back
record Absence(Instant from, Instant to) {}
