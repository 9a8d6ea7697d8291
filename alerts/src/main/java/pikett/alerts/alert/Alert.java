package pikett.alerts.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// What all reports under one fingerprint come to. Merging is commutative, associative and idempotent,
/// so that the order and the number of the reports do not matter.
///
/// @param startsAt when it began to fire, this time
/// @param resolvedAt when this time was first said to be over
/// @param latest what the latest report saw of this time; of a firing one, if there was any
/// @param worst the worst severity of this time
public record Alert(
        Fingerprint fingerprint,
        String source,
        Labels labels,
        Instant startsAt,
        Optional<Instant> resolvedAt,
        Seen latest,
        Severity worst) {

    public static Alert of(Report report) {
        return new Alert(
                report.fingerprint(),
                report.source(),
                report.labels(),
                report.startsAt(),
                report.status() == Status.RESOLVED
                        ? Optional.of(report.seenAt())
                        : Optional.empty(),
                new Seen(report.status(), report.seenAt(), report.severity(), report.facts()),
                report.severity());
    }

    public boolean firing() {
        return resolvedAt.isEmpty();
    }

    public Severity severity() {
        return latest.severity();
    }

    /// The labels as matchers see them.
    public Labels matchable() {
        return labels.with(Labels.SEVERITY, severity().name().toLowerCase(Locale.ROOT));
    }

    /// The alert after both. A later time of firing replaces an earlier one; what ended stays ended.
    ///
    /// @throws IllegalArgumentException when it is another alert
    public Alert merge(Alert other) {
        if (!fingerprint.equals(other.fingerprint)) {
            throw new IllegalArgumentException("two alerts are never merged into one");
        }
        if (!startsAt.equals(other.startsAt)) {
            return startsAt.isAfter(other.startsAt) ? this : other;
        }
        return new Alert(
                fingerprint,
                source,
                labels,
                startsAt,
                earliest(resolvedAt, other.resolvedAt),
                latest.later(other.latest),
                worstOf(other));
    }

    private Severity worstOf(Alert other) {
        if (latest.status() != other.latest.status()) {
            return latest.status() == Status.FIRING ? worst : other.worst;
        }
        return Collections.max(List.of(worst, other.worst));
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
