package pikett.alerts.incident;

import pikett.alerts.outbox.Subject;

/// The short number by which people name an incident.
public record IncidentNumber(long value) {
    /// What the outbox calls the incident's card.
    public Subject card() {
        return new Subject("incident:" + value);
    }

    /// What the outbox calls the incident's further messages.
    Subject note(int ordinal) {
        return new Subject("incident:%d:note:%d".formatted(value, ordinal));
    }
}
