package pikett.alerts.outbox;

import java.time.Instant;

/// One attempt at a delivery, as far as what comes after it depends on it.
///
/// @param number 1 for the first
/// @param edit whether it edits a message, which does no harm when done twice
/// @param maybeRepeat whether an earlier attempt may have arrived
/// @param wantedAt when its content was wanted
record Attempt(Destination to, int number, boolean edit, boolean maybeRepeat, Instant wantedAt) {}
