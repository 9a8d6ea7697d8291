package pikett.alerts.incident;

import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.config.Severity;

/// A chat that is told of incidents.
///
/// @param name in the configuration
/// @param quietBelow below this it is told without sound
public record Chat(String name, Destination to, Optional<Severity> quietBelow) {
    /// Whether what is so bad makes a sound there.
    public boolean loudFor(Severity severity) {
        return quietBelow.isEmpty() || severity.compareTo(quietBelow.get()) >= 0;
    }
}
