package pikett.alerts.outbox;

import java.time.Instant;
import java.util.Optional;

/// One row of the outbox, as the sender gets it.
///
/// @param id the outbox's number of it
/// @param messageId the channel's id of the message that already carries the subject, to edit it
/// @param silent without sound
/// @param attempt 1 for the first
/// @param maybeRepeat an earlier attempt may have arrived: the text must be recognisable as a repeat
/// @param createdAt when it was first wanted
public record Delivery(
        DeliveryId id,
        Destination to,
        Subject subject,
        Content content,
        Optional<String> messageId,
        boolean silent,
        int attempt,
        boolean maybeRepeat,
        Instant createdAt) {}
