package pikett.alerts.rule;

import java.util.List;
import pikett.alerts.alert.Facts;
import pikett.alerts.condition.Fact;
import pikett.alerts.reading.Reading;

/// Gathers what speaks for an alert. Asked only while it fires, so it may look closer than the probe did.
@FunctionalInterface
public interface Evidence {
    /// The values that decided, and nothing else.
    Evidence VALUES = (_, _, because) -> Because.of(because).facts();

    /// What a card shall show.
    ///
    /// @param because the values that decided
    Facts of(Rule rule, Reading.Known reading, List<Fact> because);
}
