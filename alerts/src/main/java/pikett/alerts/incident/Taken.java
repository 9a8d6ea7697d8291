package pikett.alerts.incident;

import java.time.Instant;

/// Who has an incident.
///
/// @param by the person's name
public record Taken(String by, Instant at) {}
