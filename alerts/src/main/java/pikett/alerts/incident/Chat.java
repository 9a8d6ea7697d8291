package pikett.alerts.incident;

import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.config.Severity;

/// A chat, or another channel, that is told of incidents.
///
/// @param name in the configuration
/// @param quietBelow below this it is told without sound
/// @param edits whether a message there can be made another one. Where it cannot, each is news, and only
///     what changes the incident itself is worth one
public record Chat(String name, Destination to, Optional<Severity> quietBelow, boolean edits) {
    public Chat(String name, Destination to, Optional<Severity> quietBelow) {
        this(name, to, quietBelow, true);
    }

    /// A channel in which nothing can be edited.
    public static Chat channel(String name, Destination to) {
        return new Chat(name, to, Optional.empty(), false);
    }

    /// Whether what is so bad makes a sound there.
    public boolean loudFor(Severity severity) {
        return quietBelow.isEmpty() || severity.compareTo(quietBelow.get()) >= 0;
    }
}
