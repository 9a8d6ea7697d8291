package pikett.alerts.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.StorableText;
import pikett.adapters.store.Store;

/// The outbox in the database. Safe for use by many threads.
public final class SqlOutbox implements Outbox {
    private final Store store;
    private final InstantSource clock;
    private final Wake wake = new Wake();
    private final DeliveryTable deliveries = new DeliveryTable();
    private final DestinationTable destinations = new DestinationTable();
    private final MessageTable messages = new MessageTable();
    private final Moves moves = new Moves();

    public SqlOutbox(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public DeliveryId post(
            Handle transaction,
            Destination to,
            Subject subject,
            Content content,
            Urgency urgency,
            boolean silent) {
        Destination current = destinations.current(transaction, to);
        destinations.know(transaction, current);
        Content storable = new Content(content.kind(), StorableText.of(content.payload()));
        DeliveryId id =
                deliveries.put(
                        transaction,
                        new DeliveryTable.Post(current, subject, storable, urgency, silent),
                        clock.instant());
        transaction.afterCommit(wake::signal);
        return id;
    }

    /// The subject that a message carries. Empty for a message that is not ours, or too old.
    public Optional<Subject> subjectOf(Destination at, String messageId) {
        return store.read(transaction ->
                messages.subjectOf(transaction, destinations.current(transaction, at), messageId));
    }

    /// The message that carries a subject. Empty while nothing of it has arrived.
    public Optional<String> messageOf(Destination at, Subject subject) {
        return store.read(transaction ->
                messages.messageOf(transaction, destinations.current(transaction, at), subject));
    }

    /// Notes that a destination has another address from now on. What waits for it, and which of its
    /// messages carries what, goes along in the same transaction.
    public void moved(Destination from, Destination to) {
        try {
            store.write(transaction -> {
                destinations.know(transaction, from);
                destinations.move(transaction, from, to);
                deliveries.move(transaction, from, to);
                messages.move(transaction, from, to);
                return to;
            });
        } finally {
            moves.changed();
        }
    }

    /// Every destination that has moved, and where it is today; the same map as long as nothing moves.
    public Map<Destination, Destination> moves() {
        return moves.get(() -> store.read(destinations::moves));
    }

    /// Deletes what ended before this time, and forgets which messages carried what was last said
    /// before it.
    ///
    /// @return how many deliveries were deleted
    public int forget(Instant before) {
        return store.write(transaction -> {
            messages.forget(transaction, before);
            return deliveries.forget(transaction, before);
        });
    }

    /// For the pump: signalled after each commit with a post in it.
    Wake wake() {
        return wake;
    }

    DeliveryLedger ledger() {
        return new DeliveryLedger(store, moves);
    }
}
