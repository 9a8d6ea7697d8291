package pikett.alerts.incident;

import java.util.Optional;
import pikett.alerts.alert.Alert;

/// An alert and the incident to which it belongs.
///
/// @param incident none of what was never seen firing
public record Filed(Alert alert, Optional<IncidentNumber> incident) {}
