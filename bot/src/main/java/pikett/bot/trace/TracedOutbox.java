package pikett.bot.trace;

import org.jdbi.v3.core.Handle;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;

/// Remembers in which span it was given what; see [Traces#after(String, Subject)]. What is rolled back is remembered
/// too, and never said.
record TracedOutbox(Outbox outbox, Traces traces) implements Outbox {
    @Override
    public DeliveryId post(
            Handle transaction,
            Destination to,
            Subject subject,
            Content content,
            Urgency urgency,
            boolean silent) {
        traces.posted(subject);
        return outbox.post(transaction, to, subject, content, urgency, silent);
    }
}
