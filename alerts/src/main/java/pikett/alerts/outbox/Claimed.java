package pikett.alerts.outbox;

import java.time.Instant;

/// A delivery whose attempt is written down.
///
/// @param wantedAt when its content was wanted
record Claimed(Delivery delivery, Instant wantedAt) {
    Attempt attempt() {
        return new Attempt(
                delivery.to(),
                delivery.attempt(),
                delivery.messageId().isPresent(),
                delivery.maybeRepeat(),
                wantedAt);
    }
}
