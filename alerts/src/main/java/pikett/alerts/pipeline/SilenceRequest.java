package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.Optional;
import pikett.alerts.label.Matchers;
import pikett.alerts.outbox.Destination;

/// A person wants something hidden.
///
/// @param from when it begins; at once when that is empty or past
/// @param by the person's name
/// @param reason may be empty
/// @param madeAt where will be said that it ends
public record SilenceRequest(
        Matchers matchers,
        Optional<Instant> from,
        Instant until,
        String by,
        String reason,
        Optional<Destination> madeAt) {}
