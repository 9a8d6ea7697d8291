package pikett.alerts.history;

import java.time.Instant;

/// A number at a time, in the fixed unit of its name.
public record Point(Instant at, double number) {}
