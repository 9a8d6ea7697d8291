package pikett.alerts.inbound;

import java.time.Instant;
import java.util.Optional;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// What a source says of one alert.
///
/// @param source its name
/// @param startsAt when this time of firing began; empty when the source does not say: then it is about
///     whatever fires at the moment
/// @param seenAt when the source saw it; of an alert that is over, when it ended
public record Statement(
        String source,
        Labels labels,
        Status status,
        Severity severity,
        Optional<Instant> startsAt,
        Instant seenAt,
        Account account) {

    public Fingerprint fingerprint() {
        return Fingerprint.of(source, labels);
    }

    public Report report(Instant began) {
        return new Report(source, labels, status, severity, began, seenAt, account.facts());
    }
}
