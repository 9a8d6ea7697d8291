package pikett.alerts.incident;

import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.config.Severity;

/// Something to say, as the outbox takes it.
public record Post(
        Destination to, Subject subject, Content content, Urgency urgency, boolean silent) {
    /// Why a note is sent beside the card, which is only edited and so makes no sound.
    public enum Why {
        /// It became worse.
        WORSE,
        /// Nobody has taken it.
        REPEATED,
        /// What was said of it before did not arrive.
        UNDELIVERED,
        /// It is over, and people were disturbed by it.
        RESOLVED
    }

    static Post card(IncidentNumber incident, Destination to, Severity severity, boolean silent) {
        Content content = MessageKind.INCIDENT.content("{\"n\":%d}".formatted(incident.value()));
        return new Post(to, incident.card(), content, urgency(severity), silent);
    }

    static Post note(
            IncidentNumber incident, Telling after, Why why, Severity severity, boolean silent) {
        Content content =
                MessageKind.INCIDENT_NOTE.content(
                        "{\"n\":%d,\"why\":\"%s\"}".formatted(incident.value(), why));
        return new Post(
                after.to(), incident.note(after.notes()), content, urgency(severity), silent);
    }

    private static Urgency urgency(Severity severity) {
        return severity == Severity.CRITICAL ? Urgency.CRITICAL : Urgency.NORMAL;
    }
}
