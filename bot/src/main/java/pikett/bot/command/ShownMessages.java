package pikett.bot.command;

import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;

/// Which subject a message shows, to answer in the message whose button was pressed.
public interface ShownMessages {
    /// Empty for a message that is not ours, or too old to be known.
    Optional<Subject> subjectOf(Destination destination, String messageId);
}
