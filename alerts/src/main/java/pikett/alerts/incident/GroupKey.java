package pikett.alerts.incident;

import java.util.List;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;

/// What alerts of one incident have in common.
///
/// @param labels the labels that they share
public record GroupKey(Labels labels) {
    /// The key of an alert. One that has none of the labels is not thrown together with everything else
    /// that has none, but with what has its name and is of the same check or heartbeat.
    ///
    /// @param by names of labels
    public static GroupKey of(Labels labels, List<String> by) {
        Labels shared = labels.only(by);
        return new GroupKey(
                shared.isEmpty()
                        ? labels.only(List.of(Labels.ALERT_NAME, Labels.CHECK, Labels.HEARTBEAT))
                        : shared);
    }

    String text() {
        return Fingerprint.of("group", labels).value();
    }
}
