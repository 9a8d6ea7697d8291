package pikett.alerts.rule;

import pikett.alerts.condition.Series;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Reading;

/// What is known of the earlier readings of one check. Safe for use by many threads.
@FunctionalInterface
public interface Past {
    /// What is known of one part up to a reading, with that reading.
    ///
    /// @param part the labels of the part; empty for the whole
    Series until(Reading.Known reading, Labels part);
}
