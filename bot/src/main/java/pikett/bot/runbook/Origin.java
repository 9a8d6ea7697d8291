package pikett.bot.runbook;

import java.time.ZoneId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.config.Language;

/// The message in which a wish is told, and how.
///
/// @param correlation follows the wish through logs, audit and remote commands
public record Origin(
        Destination destination,
        Subject subject,
        Language language,
        ZoneId zone,
        String correlation) {
    /// Whether that is the message.
    boolean isMessage(Destination where, Subject what) {
        return destination.equals(where) && subject.equals(what);
    }
}
