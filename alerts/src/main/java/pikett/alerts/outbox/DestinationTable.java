package pikett.alerts.outbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What is known of destinations: pauses, moves, whether they are broken. Part of the caller's
/// transaction.
final class DestinationTable {
    private static final int LONGEST_CHAIN = 8;

    /// Where a destination is today: people and configuration may still use an address that it left.
    Destination current(Handle transaction, Destination destination) {
        Destination current = destination;
        for (int moves = 0; moves < LONGEST_CHAIN; moves++) {
            Optional<String> next = movedTo(transaction, current);
            if (next.isEmpty()) {
                return current;
            }
            current = new Destination(destination.channel(), next.get());
        }
        return current;
    }

    void know(Handle transaction, Destination destination) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO outbox_destinations (channel, address, wait_until)
                        VALUES (:channel, :address, 0)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("channel", destination.channel())
                .bind("address", destination.address())
                .execute();
    }

    void pause(Handle transaction, Destination destination, Instant until) {
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_destinations SET wait_until = :until
                        WHERE channel = :channel AND address = :address AND wait_until < :until
                        """)
                .bind("channel", destination.channel())
                .bind("address", destination.address())
                .bind("until", until.toEpochMilli())
                .execute();
    }

    void pauseChannel(Handle transaction, String channel, Instant until) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO outbox_channels (channel, wait_until) VALUES (:channel, :until)
                        ON CONFLICT (channel) DO UPDATE SET wait_until = CASE
                            WHEN outbox_channels.wait_until < :until THEN :until
                            ELSE outbox_channels.wait_until END
                        """)
                .bind("channel", channel)
                .bind("until", until.toEpochMilli())
                .execute();
    }

    void broken(Handle transaction, Destination destination, String reason, Instant since) {
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_destinations SET broken_reason = :reason,
                            broken_since = COALESCE(broken_since, :since)
                        WHERE channel = :channel AND address = :address
                        """)
                .bind("channel", destination.channel())
                .bind("address", destination.address())
                .bind("reason", reason)
                .bind("since", since.toEpochMilli())
                .execute();
    }

    void works(Handle transaction, Destination destination) {
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_destinations SET broken_reason = NULL, broken_since = NULL
                        WHERE channel = :channel AND address = :address
                            AND broken_since IS NOT NULL
                        """)
                .bind("channel", destination.channel())
                .bind("address", destination.address())
                .execute();
    }

    void move(Handle transaction, Destination from, Destination to) {
        know(transaction, to);
        setMove(transaction, from, to.address());
        // Where it is now is no stop on the way: a circle would have no end.
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_destinations SET moved_to = NULL
                        WHERE channel = :channel AND address = :address
                        """)
                .bind("channel", to.channel())
                .bind("address", to.address())
                .execute();
    }

    private static void setMove(Handle transaction, Destination from, String to) {
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_destinations SET moved_to = :to
                        WHERE channel = :channel AND address = :address
                        """)
                .bind("channel", from.channel())
                .bind("address", from.address())
                .bind("to", to)
                .execute();
    }

    private static Optional<String> movedTo(Handle transaction, Destination destination) {
        return transaction
                .createQuery(
                        """
                        SELECT moved_to FROM outbox_destinations
                        WHERE channel = :channel AND address = :address AND moved_to IS NOT NULL
                        """)
                .bind("channel", destination.channel())
                .bind("address", destination.address())
                .mapTo(String.class)
                .findOne();
    }
}
