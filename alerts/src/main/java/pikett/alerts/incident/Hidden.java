package pikett.alerts.incident;

/// An incident that goes on, and of which a chat does not see everything; the telling says why.
public record Hidden(Incident incident, Telling telling) {}
