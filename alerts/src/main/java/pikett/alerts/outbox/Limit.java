package pikett.alerts.outbox;

import java.util.Optional;
import java.util.function.Function;

/// One limit of a channel.
///
/// @param sharedBy names what shares the rate: the same name for destinations that share it, empty for
///     one that the limit does not concern
public record Limit(Rate rate, Function<Destination, Optional<String>> sharedBy) {}
