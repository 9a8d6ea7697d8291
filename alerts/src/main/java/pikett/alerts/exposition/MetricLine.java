package pikett.alerts.exposition;

import pikett.alerts.label.Labels;

/// What a metric was at one set of labels.
///
/// @param value may be no number, or have no end
public record MetricLine(String metric, Labels labels, double value) {}
