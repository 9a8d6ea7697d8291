package pikett.alerts.condition;

import java.time.Duration;
import java.util.Optional;
import pikett.alerts.reading.Value;
import pikett.config.condition.Limit;
import pikett.config.condition.Name;
import pikett.config.condition.Operator;

/// A value that decided, such as `waiting` 162 against `> 100`.
///
/// @param value in the fixed unit of its name; for a window, what came within it
/// @param threshold what it was compared with; empty for a value that is itself true or false
public record Fact(Name name, Value value, Optional<Threshold> threshold) {
    /// What a value was compared with.
    ///
    /// @param operator turned round where the condition says `not`
    /// @param window how far back was looked
    public record Threshold(Operator operator, Limit limit, Optional<Duration> window) {}
}
