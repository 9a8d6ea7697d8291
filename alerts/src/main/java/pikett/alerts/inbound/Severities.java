package pikett.alerts.inbound;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import pikett.config.Severity;

/// The severities of one payload, and the words that were not understood. Not safe for use by many threads.
final class Severities {
    private static final int LONGEST_WORD = 40;

    private final Set<String> strange = new HashSet<>();

    /// That of an alert; a warning when nothing is said, or nothing that is known.
    Severity of(Optional<String> word) {
        Optional<Severity> known = word.flatMap(SeverityWords::of);
        if (known.isEmpty()) {
            word.filter(text -> text.length() <= LONGEST_WORD).ifPresent(strange::add);
        }
        return known.orElse(Severity.WARNING);
    }

    Set<String> strange() {
        return strange;
    }
}
