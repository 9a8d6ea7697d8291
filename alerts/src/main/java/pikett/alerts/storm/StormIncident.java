package pikett.alerts.storm;

import java.time.Instant;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// One line of a storm's list.
///
/// @param labels those of its first alert
/// @param since when it was opened
/// @param over whether nothing of it fires any more
public record StormIncident(
        IncidentNumber number, Severity severity, Labels labels, Instant since, boolean over) {
    String name() {
        return labels.get(Labels.ALERT_NAME);
    }

    /// Empty when it is about none.
    String service() {
        return labels.get(Labels.SERVICE);
    }

    /// Empty when it is about none.
    String host() {
        return labels.get(Labels.HOST);
    }
}
