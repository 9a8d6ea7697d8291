package pikett.alerts.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// One statement about one alert. Reports may come twice, late, and in any order.
///
/// Times are as fine as the database keeps them, or the alert that it gives back would be an earlier time
/// of firing than the same one reported anew.
///
/// @param source who says it, such as `check` or the name of an inbound source
/// @param labels the identity of the alert within its source. The severity belongs into them only when
///     another severity would be another alert; a check whose severity changes leaves it out
/// @param severity how bad it is now; matchers see it as the label `severity`
/// @param startsAt when this time of firing began: a resolved report ends only what began then. Never
///     after `seenAt`
/// @param seenAt when the source saw what it says
public record Report(
        String source,
        Labels labels,
        Status status,
        Severity severity,
        Instant startsAt,
        Instant seenAt,
        Facts facts) {
    public Report {
        startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
        seenAt = seenAt.truncatedTo(ChronoUnit.MILLIS);
        if (startsAt.isAfter(seenAt)) {
            startsAt = seenAt;
        }
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(source, labels);
    }
}
