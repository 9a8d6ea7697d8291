package pikett.alerts.check;

import pikett.alerts.label.Labels;

/// Which alert of which check.
///
/// @param labels the identity of the alert
public record AlertKey(String check, Labels labels) {}
