package pikett.alerts.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;

/// The real outbox, which also tells what was posted.
final class HeardOutbox implements Outbox {
    private final Outbox real;
    private final List<Heard> heard = new ArrayList<>();

    HeardOutbox(Outbox real) {
        this.real = real;
    }

    /// Something that was posted.
    ///
    /// @param incidentState of the incident that it is about, at that moment; of a storm the numbers of
    ///     the incidents that go on and stand on its card only
    record Heard(
            Destination to,
            Subject subject,
            Content content,
            Urgency urgency,
            boolean silent,
            String incidentState) {
        @Override
        public String toString() {
            return "%s %s %s%s"
                    .formatted(to.address(), subject.value(), urgency, silent ? " silent" : "");
        }
    }

    @Override
    public synchronized DeliveryId post(
            Handle transaction,
            Destination to,
            Subject subject,
            Content content,
            Urgency urgency,
            boolean silent) {
        String state = incidentState(transaction, subject);
        heard.add(new Heard(to, subject, content, urgency, silent, state));
        return real.post(transaction, to, subject, content, urgency, silent);
    }

    private static String incidentState(Handle transaction, Subject subject) {
        String[] words = subject.value().split(":");
        if (words[0].equals("storm")) {
            return stormState(transaction, words[1], Long.parseLong(words[2]));
        }
        return words[0].equals("incident")
                ? transaction
                        .createQuery("SELECT state FROM incidents WHERE number = :number")
                        .bind("number", Long.parseLong(words[1]))
                        .mapTo(String.class)
                        .one()
                : "";
    }

    /// What goes on and stands on the storm's card only.
    private static String stormState(Handle transaction, String chat, long began) {
        return String.join(
                ",",
                transaction
                        .createQuery(
                                """
                                SELECT m.incident FROM storm_incidents m
                                JOIN incidents i ON i.number = m.incident AND i.state <> 'RESOLVED'
                                JOIN incident_tellings t ON t.incident = m.incident
                                    AND t.chat = m.chat AND t.told_at IS NULL
                                WHERE m.chat = :chat AND m.began_at = :began
                                """)
                        .bind("chat", chat)
                        .bind("began", began)
                        .mapTo(String.class)
                        .list());
    }

    /// All since the last call.
    synchronized List<Heard> take() {
        List<Heard> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }
}
