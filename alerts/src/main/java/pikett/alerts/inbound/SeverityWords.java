package pikett.alerts.inbound;

import java.util.Locale;
import java.util.Optional;
import pikett.config.Severity;

/// The words that others have for how bad something is.
final class SeverityWords {
    private SeverityWords() {}

    /// Ours for theirs; empty when the word is not known.
    static Optional<Severity> of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "critical", "crit", "page", "emergency", "fatal", "error" ->
                    Optional.of(Severity.CRITICAL);
            case "warning", "warn" -> Optional.of(Severity.WARNING);
            case "info", "information", "informational", "notice", "none", "ok" ->
                    Optional.of(Severity.INFO);
            default -> Optional.empty();
        };
    }
}
