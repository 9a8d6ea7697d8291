package pikett.alerts.condition;

import java.time.Duration;
import java.util.OptionalDouble;
import pikett.config.condition.Name;

/// What was kept of the earlier readings of a check.
@FunctionalInterface
public interface Series {
    /// How much came within the window that ends with the reading: the sum of what is counted anew at
    /// each look, such as lines; the increase of everything else. Empty when that is not known.
    OptionalDouble within(Name name, Duration window);
}
