package pikett.alerts.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.inbound.Account;
import pikett.alerts.inbound.Statement;

/// Of which time of firing a source speaks, and until when one holds that the source has to repeat.
final class TimeOfFiring {
    private TimeOfFiring() {}

    /// When the time of firing began that a statement is about, as far as what is known of its alert tells.
    ///
    /// What has to be repeated goes on as long as it is repeated, whenever its source says that it began: two
    /// senders of one alert tell two times. When it was over for no word of its source but for its silence,
    /// and is spoken of again as if nothing had been, it begins anew.
    static Optional<Instant> spokenOf(Statement statement, Alert known) {
        if (known.firing()) {
            return goesOn(statement, known) ? Optional.of(known.startsAt()) : Optional.empty();
        }
        boolean holds = statement.account().until().isPresent();
        return holds && endedBySilence(statement, known)
                ? Optional.of(statement.seenAt())
                : Optional.empty();
    }

    private static boolean goesOn(Statement statement, Alert known) {
        if (statement.startsAt().isEmpty()) {
            return true;
        }
        boolean ofEarlier =
                statement.status() == Status.RESOLVED
                        && statement.seenAt().isBefore(known.startsAt());
        return lapse(known).isPresent() && !ofEarlier;
    }

    private static boolean endedBySilence(Statement statement, Alert known) {
        boolean lapsed =
                lapse(known)
                        .flatMap(
                                until -> known.resolvedAt().filter(ended -> !ended.isBefore(until)))
                        .isPresent();
        return lapsed
                && statement
                        .startsAt()
                        .map(began -> began.truncatedTo(ChronoUnit.MILLIS))
                        .filter(began -> began.isAfter(known.startsAt()))
                        .isEmpty();
    }

    /// Until when the alert holds; empty when only a word of its source ends it.
    static Optional<Instant> lapse(Alert alert) {
        return Account.of(alert.latest().facts()).until();
    }

    /// Says that it is over since then.
    static Report ended(Alert alert, Instant since) {
        return new Report(
                alert.source(),
                alert.labels(),
                Status.RESOLVED,
                alert.severity(),
                alert.startsAt(),
                since,
                alert.latest().facts());
    }
}
