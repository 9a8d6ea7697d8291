package pikett.alerts.history;

import java.time.Instant;
import java.util.OptionalDouble;

/// One of several equal stretches of time.
///
/// @param number how high a level was at its end, or how many there were in it; empty when that is not
///     known, which is no reason to draw a line from one side to the other
public record Slot(Instant from, OptionalDouble number) {}
