package pikett.alerts.check;

import pikett.alerts.alert.Facts;
import pikett.alerts.label.Labels;

/// What a look says of one alert.
///
/// @param labels the identity of the alert
/// @param facts what a card shows of it
public record Finding(Labels labels, Levels levels, Facts facts) {}
