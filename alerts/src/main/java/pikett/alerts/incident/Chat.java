package pikett.alerts.incident;

import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.config.Severity;

/// A chat that is told of incidents.
///
/// @param name in the configuration
/// @param quietBelow below this it is told without sound
public record Chat(String name, Destination to, Optional<Severity> quietBelow) {
    boolean loudFor(Severity severity) {
        return quietBelow.isEmpty() || severity.compareTo(quietBelow.get()) >= 0;
    }
}
