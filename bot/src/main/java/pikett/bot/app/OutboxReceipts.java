package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.OutboxOverview;
import pikett.bot.command.Receipts;

/// What became of deliveries, read from the outbox.
final class OutboxReceipts implements Receipts {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final OutboxOverview outbox;
    private final Ground ground;

    OutboxReceipts(OutboxOverview outbox, Ground ground) {
        this.outbox = outbox;
        this.ground = ground;
    }

    @Override
    public Optional<Duration> await(DeliveryId delivery, Duration atMost) {
        Instant deadline = ground.clock().instant().plus(atMost);
        try {
            while (true) {
                Optional<OutboxOverview.Standing> standing = outbox.find(delivery);
                if (standing.isPresent() && standing.get().state() == DeliveryState.SENT) {
                    return standing.map(
                            sent -> Duration.between(sent.createdAt(), sent.changedAt()));
                }
                if (!ground.clock().instant().isBefore(deadline)) {
                    return Optional.empty();
                }
                ground.pause().pause(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
