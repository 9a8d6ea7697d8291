package pikett.alerts.outbox;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One limit of a channel.
///
/// @param sharedBy names what shares the rate: the same name for destinations that share it, empty for
///     one that the limit does not concern
public record Limit(Rate rate, Function<Destination, Optional<String>> sharedBy) {
    /// What one destination takes in such a stretch while nothing else is said anywhere. Empty when no
    /// limit concerns it.
    public static Optional<Rate> ofOne(List<Limit> limits, Destination to, Duration stretch) {
        return limits.stream()
                .filter(limit -> limit.sharedBy().apply(to).isPresent())
                .map(limit -> limit.rate().within(stretch))
                .min(Comparator.comparingInt(Rate::amount));
    }
}
