package pikett.alerts.incident;

/// How far an incident is.
public enum IncidentState {
    /// Nobody has taken it.
    OPEN,
    /// A person has it.
    TAKEN,
    /// Nothing of it fires.
    RESOLVED
}
