package pikett.alerts.reading;

import pikett.alerts.label.Labels;

/// One of several like things that were read at once, such as one series of a query.
///
/// @param labels what tells it from the others
public record Part(Labels labels, Values values) {}
