package pikett.alerts.mute;

import java.time.Instant;
import java.util.Optional;
import pikett.alerts.label.Fingerprint;

/// Why an alert is hidden.
public sealed interface Mute {
    /// A person hid it.
    ///
    /// @param reason what the person wrote, may be empty
    record BySilence(SilenceId silence, String by, Instant until, String reason) implements Mute {}

    /// Another alert explains it.
    ///
    /// @param cause the alert that hides it
    /// @param name its alert name
    record ByInhibition(Fingerprint cause, String name) implements Mute {}

    /// A service that it needs is firing.
    record ByDependency(String service) implements Mute {}

    /// The hours are not for it. Holds back from the chats of one route only.
    record ByWindow(String window, Instant until) implements Mute {}

    /// When it ends by time alone; empty when something else must change first.
    default Optional<Instant> ends() {
        return switch (this) {
            case BySilence silence -> Optional.of(silence.until());
            case ByWindow window -> Optional.of(window.until());
            case ByInhibition _, ByDependency _ -> Optional.empty();
        };
    }
}
