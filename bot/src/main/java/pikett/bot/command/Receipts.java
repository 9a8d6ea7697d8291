package pikett.bot.command;

import java.time.Duration;
import java.util.Optional;
import pikett.alerts.outbox.DeliveryId;

/// What became of deliveries.
public interface Receipts {
    /// Waits until the delivery was sent.
    ///
    /// @return how long it took, from being wanted to being sent; empty when it was not sent in time
    Optional<Duration> await(DeliveryId delivery, Duration atMost);
}
