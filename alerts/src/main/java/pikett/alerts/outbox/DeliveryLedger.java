package pikett.alerts.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.StorableText;
import pikett.adapters.store.Store;
import pikett.alerts.outbox.DeliveryTable.Turn;

/// Where the pump reads whose turn it is and writes down what became of it. Decides nothing.
final class DeliveryLedger {
    private final Store store;
    private final DeliveryTable deliveries = new DeliveryTable();
    private final DestinationTable destinations = new DestinationTable();
    private final MessageTable messages = new MessageTable();
    private final Moves moves;

    /// @param moves told of every move
    DeliveryLedger(Store store, Moves moves) {
        this.store = store;
        this.moves = moves;
    }

    List<Head> heads() {
        return store.read(deliveries::heads);
    }

    Optional<Claimed> claim(Head head, Instant now) {
        return store.write(transaction -> deliveries.claim(transaction, head.id(), now));
    }

    /// All that waits beyond this hour, waits for less.
    void dueEarlier(Duration by, Instant now) {
        store.write(transaction -> {
            destinations.waitLess(transaction, by, now);
            return deliveries.dueEarlier(transaction, by, now);
        });
    }

    List<Claimed> sending() {
        return store.read(deliveries::sending);
    }

    /// Durable when this returns.
    void record(Delivery delivery, Next next, Instant now) {
        try {
            store.write(transaction -> {
                write(transaction, delivery, next, now);
                return delivery;
            });
        } finally {
            if (next instanceof Next.AtNewAddress) {
                moves.changed();
            }
        }
    }

    private void write(Handle transaction, Delivery delivery, Next next, Instant now) {
        DeliveryId id = delivery.id();
        Destination to = delivery.to();
        switch (next) {
            case Next.Done(String messageId) -> {
                deliveries.sent(transaction, id, messageId, now);
                messages.carries(transaction, to, delivery.subject(), messageId, now);
                destinations.works(transaction, to);
            }
            case Next.Again(boolean maybeRepeat, Instant notBefore, String reason) ->
                    again(transaction, id, new Turn(maybeRepeat, true, notBefore, reason), now);
            case Next.Paused(boolean maybe, Instant until, boolean wholeChannel, String reason) -> {
                if (wholeChannel) {
                    destinations.pauseChannel(transaction, to.channel(), until);
                } else {
                    destinations.pause(transaction, to, until);
                }
                again(transaction, id, new Turn(maybe, false, until, reason), now);
            }
            case Next.AsNewMessage(String reason) -> {
                messages.gone(transaction, to, delivery.subject());
                again(transaction, id, new Turn(false, true, now, reason), now);
            }
            case Next.AtNewAddress(Destination there, boolean maybeRepeat, Instant notBefore) -> {
                destinations.move(transaction, to, there);
                deliveries.move(transaction, to, there);
                messages.move(transaction, to, there);
                again(
                        transaction,
                        id,
                        new Turn(maybeRepeat, true, notBefore, "the destination moved"),
                        now);
            }
            case Next.Dead(String reason, boolean destinationBroken) -> {
                deliveries.dead(transaction, id, StorableText.of(reason), now);
                if (destinationBroken) {
                    destinations.broken(transaction, to, StorableText.of(reason), now);
                }
            }
        }
    }

    private void again(Handle transaction, DeliveryId id, Turn turn, Instant now) {
        Turn storable =
                new Turn(
                        turn.maybeRepeat(),
                        turn.attemptCounts(),
                        turn.due(),
                        StorableText.of(turn.reason()));
        deliveries.waits(transaction, id, storable, now);
    }
}
