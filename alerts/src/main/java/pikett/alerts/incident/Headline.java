package pikett.alerts.incident;

import pikett.alerts.label.Labels;

/// An incident in one line.
///
/// @param first labels of the alert that began it
public record Headline(Incident incident, Labels first) {}
