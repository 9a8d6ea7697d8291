package pikett.alerts.outbox;

import java.time.Instant;

/// A delivery whose attempt is written down.
///
/// @param delivery as it stands in the table: whether it repeats something depends on the channel
/// @param wantedAt when its content was wanted
record Claimed(Delivery delivery, Instant wantedAt) {
    /// @param edits whether messages of the channel can be edited
    Attempt attempt(boolean edits) {
        return new Attempt(
                delivery.to(),
                delivery.attempt(),
                edits && delivery.messageId().isPresent(),
                delivery(edits).maybeRepeat(),
                wantedAt);
    }

    /// The delivery as its sender takes it: an edit repeats nothing.
    Delivery delivery(boolean edits) {
        return new Delivery(
                delivery.id(),
                delivery.to(),
                delivery.subject(),
                delivery.content(),
                delivery.messageId(),
                delivery.silent(),
                delivery.attempt(),
                delivery.maybeRepeat() && !(edits && delivery.messageId().isPresent()),
                delivery.createdAt());
    }
}
