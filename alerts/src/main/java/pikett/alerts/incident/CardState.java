package pikett.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What an incident's card last said, so that it is edited when that is no longer so, and not more
/// often than people can read.
///
/// @param face fingerprint of what matters: an edit at once
/// @param details fingerprint of values: an edit now and then
/// @param at when the card was last said
/// @param stale whether it says something old since
public record CardState(String face, String details, Optional<Instant> at, boolean stale) {
    public static final CardState NONE = new CardState("", "", Optional.empty(), false);

    private static final Duration VALUES_EVERY = Duration.ofMinutes(1);
    private static final Duration FLAPPING_EVERY = Duration.ofSeconds(30);

    /// When the card must say what it does not say yet. Empty when it says everything.
    Optional<Instant> refreshAt(CardState next, boolean flapping, Instant now) {
        boolean faceChanged = !face.equals(next.face);
        if (!faceChanged && !stale && details.equals(next.details)) {
            return Optional.empty();
        }
        if (faceChanged && !flapping) {
            return Optional.of(now);
        }
        Duration every = flapping ? FLAPPING_EVERY : VALUES_EVERY;
        return Optional.of(at.map(last -> last.plus(every)).orElse(now));
    }
}
