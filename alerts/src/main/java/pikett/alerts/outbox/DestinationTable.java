package pikett.alerts.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// What is known of destinations: pauses, moves, whether they are broken. Part of the caller's
/// transaction.
final class DestinationTable {
    private static final int LONGEST_CHAIN = 8;

    /// Where a destination is today: people and configuration may still use an address that it left.
    Destination current(Handle transaction, Destination destination) {
        return current(destination, each -> movedTo(transaction, each));
    }

    /// Every destination that has moved, and where it is today. Hardly any ever has.
    Map<Destination, Destination> moves(Handle transaction) {
        Map<Destination, String> left = left(transaction);
        Map<Destination, Destination> moves = new HashMap<>();
        for (Destination each : left.keySet()) {
            moves.put(each, current(each, from -> Optional.ofNullable(left.get(from))));
        }
        return moves;
    }

    private static Destination current(
            Destination destination, Function<Destination, Optional<String>> movedTo) {
        Destination current = destination;
        for (int moves = 0; moves < LONGEST_CHAIN; moves++) {
            Optional<String> next = movedTo.apply(current);
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

    /// Pauses that last beyond this hour end earlier.
    void waitLess(Handle transaction, Duration by, Instant now) {
        for (String table : List.of("outbox_destinations", "outbox_channels")) {
            transaction
                    .createUpdate(
                            "UPDATE %s SET wait_until = wait_until - :by WHERE wait_until > :now"
                                    .formatted(table))
                    .bind("by", by.toMillis())
                    .bind("now", now.toEpochMilli())
                    .execute();
        }
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

    private static Map<Destination, String> left(Handle transaction) {
        Map<Destination, String> left = new HashMap<>();
        transaction
                .createQuery(
                        """
                        SELECT channel, address, moved_to FROM outbox_destinations
                        WHERE moved_to IS NOT NULL
                        """)
                .map((row, _) ->
                        left.put(
                                new Destination(row.getString("channel"), row.getString("address")),
                                row.getString("moved_to")))
                .list();
        return left;
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
