package pikett.alerts.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The rows of the deliveries. Part of the caller's transaction.
final class DeliveryTable {
    /// What is posted.
    record Post(
            Destination to, Subject subject, Content content, Urgency urgency, boolean silent) {}

    /// Adds a row, or gives its content to the row of the subject that still waits. That row keeps its
    /// place; it becomes as urgent and as loud as the more urgent and the louder of the two.
    DeliveryId put(Handle transaction, Post post, Instant now) {
        return replaced(transaction, post, now).orElseGet(() -> inserted(transaction, post, now));
    }

    private static Optional<DeliveryId> replaced(Handle transaction, Post post, Instant now) {
        return bound(
                        transaction.createQuery(
                                """
                                UPDATE outbox_deliveries SET kind = :kind, payload = :payload,
                                    urgency = CASE WHEN urgency < :urgency THEN :urgency ELSE urgency END,
                                    silent = CASE WHEN silent < :silent THEN silent ELSE :silent END,
                                    wanted_at = :now
                                WHERE state IN ('QUEUED', 'UNKNOWN') AND id = (
                                    SELECT MAX(id) FROM outbox_deliveries
                                    WHERE channel = :channel AND address = :address
                                        AND subject = :subject AND state IN ('QUEUED', 'UNKNOWN'))
                                RETURNING id
                                """),
                        post,
                        now)
                .mapTo(Long.class)
                .findOne()
                .map(DeliveryId::new);
    }

    private static DeliveryId inserted(Handle transaction, Post post, Instant now) {
        return bound(
                        transaction.createQuery(
                                """
                                INSERT INTO outbox_deliveries (channel, address, subject, kind, payload,
                                    urgency, silent, state, attempts, maybe_repeat, created_at,
                                    wanted_at, due_at, changed_at)
                                VALUES (:channel, :address, :subject, :kind, :payload, :urgency, :silent,
                                    'QUEUED', 0, 0, :now, :now, :now, :now)
                                RETURNING id
                                """),
                        post,
                        now)
                .mapTo(Long.class)
                .findOne()
                .map(DeliveryId::new)
                .orElseThrow();
    }

    private static Query bound(Query query, Post post, Instant now) {
        return query.bind("channel", post.to().channel())
                .bind("address", post.to().address())
                .bind("subject", post.subject().value())
                .bind("kind", post.content().kind())
                .bind("payload", post.content().payload())
                .bind("urgency", post.urgency().rank())
                .bind("silent", post.silent() ? 1 : 0)
                .bind("now", now.toEpochMilli());
    }

    /// Whose turn is next at each destination, whether it is due or not; the most urgent first.
    List<Head> heads(Handle transaction) {
        return transaction
                .createQuery(
                        """
                        SELECT r.id, r.channel, r.address, r.urgency, r.due_at, h.wait_until,
                            COALESCE(c.wait_until, 0) AS channel_wait_until
                        FROM (
                            SELECT d.channel, d.wait_until, (
                                SELECT w.id FROM outbox_deliveries w
                                WHERE w.channel = d.channel AND w.address = d.address
                                    AND w.state IN ('QUEUED', 'UNKNOWN')
                                ORDER BY w.urgency DESC, w.id LIMIT 1) AS head
                            FROM outbox_destinations d) h
                        JOIN outbox_deliveries r ON r.id = h.head
                        LEFT JOIN outbox_channels c ON c.channel = h.channel
                        ORDER BY r.urgency DESC, r.id
                        """)
                .map((row, _) -> head(row))
                .list();
    }

    private static Head head(ResultSet row) throws SQLException {
        long due =
                Math.max(
                        row.getLong("due_at"),
                        Math.max(row.getLong("wait_until"), row.getLong("channel_wait_until")));
        return new Head(
                new DeliveryId(row.getLong("id")),
                new Destination(row.getString("channel"), row.getString("address")),
                row.getInt("urgency"),
                Instant.ofEpochMilli(due));
    }

    /// Writes down that an attempt begins. Of one subject the older content goes first, however urgent
    /// the newer one is: the other way round the older would have the last word.
    ///
    /// @return empty when it no longer waits
    Optional<Claimed> claim(Handle transaction, DeliveryId head, Instant now) {
        return transaction
                .createQuery(
                        """
                        UPDATE outbox_deliveries SET state = 'SENDING', attempts = attempts + 1,
                            maybe_repeat = CASE state WHEN 'UNKNOWN' THEN 1 ELSE 0 END,
                            changed_at = :now,
                            message_id = (SELECT m.message_id FROM outbox_messages m
                                WHERE m.channel = outbox_deliveries.channel
                                    AND m.address = outbox_deliveries.address
                                    AND m.subject = outbox_deliveries.subject)
                        WHERE state IN ('QUEUED', 'UNKNOWN') AND id = (
                            SELECT MIN(o.id) FROM outbox_deliveries o
                            JOIN outbox_deliveries n ON n.channel = o.channel
                                AND n.address = o.address AND n.subject = o.subject
                            WHERE n.id = :id AND o.state IN ('QUEUED', 'UNKNOWN'))
                        RETURNING *
                        """)
                .bind("id", head.value())
                .bind("now", now.toEpochMilli())
                .map((row, _) -> claimed(row))
                .findOne();
    }

    /// The attempts of which nobody knows how they ended.
    List<Claimed> sending(Handle transaction) {
        return transaction
                .createQuery("SELECT * FROM outbox_deliveries WHERE state = 'SENDING' ORDER BY id")
                .map((row, _) -> claimed(row))
                .list();
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        Optional<String> messageId = Optional.ofNullable(row.getString("message_id"));
        Delivery delivery =
                new Delivery(
                        new DeliveryId(row.getLong("id")),
                        new Destination(row.getString("channel"), row.getString("address")),
                        new Subject(row.getString("subject")),
                        new Content(row.getString("kind"), row.getString("payload")),
                        messageId,
                        row.getInt("silent") != 0,
                        row.getInt("attempts"),
                        row.getInt("maybe_repeat") != 0,
                        Instant.ofEpochMilli(row.getLong("created_at")));
        return new Claimed(delivery, Instant.ofEpochMilli(row.getLong("wanted_at")));
    }

    void sent(Handle transaction, DeliveryId id, String messageId, Instant now) {
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_deliveries SET state = 'SENT', message_id = :message,
                            reason = NULL, changed_at = :now
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("message", messageId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void dead(Handle transaction, DeliveryId id, String reason, Instant now) {
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_deliveries SET state = 'DEAD', reason = :reason, changed_at = :now
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// How a row waits again.
    record Turn(boolean maybeRepeat, boolean attemptCounts, Instant due, String reason) {}

    /// Puts it back to wait at its old place. Newer content of the same subject, posted while the attempt
    /// went on, waits at least as long: it must not go first.
    void waits(Handle transaction, DeliveryId id, Turn turn, Instant now) {
        DeliveryState state = turn.maybeRepeat() ? DeliveryState.UNKNOWN : DeliveryState.QUEUED;
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_deliveries SET state = :state, attempts = attempts - :back,
                            due_at = :due, reason = :reason, changed_at = :now
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("state", state.name())
                .bind("back", turn.attemptCounts() ? 0 : 1)
                .bind("due", turn.due().toEpochMilli())
                .bind("reason", turn.reason())
                .bind("now", now.toEpochMilli())
                .execute();
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_deliveries SET due_at = :due
                        WHERE state IN ('QUEUED', 'UNKNOWN') AND due_at < :due AND id IN (
                            SELECT n.id FROM outbox_deliveries n
                            JOIN outbox_deliveries o ON o.channel = n.channel
                                AND o.address = n.address AND o.subject = n.subject
                            WHERE o.id = :id AND n.id > :id AND n.state IN ('QUEUED', 'UNKNOWN'))
                        """)
                .bind("id", id.value())
                .bind("due", turn.due().toEpochMilli())
                .execute();
    }

    /// @return how many rows waited beyond that hour
    int dueEarlier(Handle transaction, Duration by, Instant now) {
        return transaction
                .createUpdate(
                        """
                        UPDATE outbox_deliveries SET due_at = due_at - :by
                        WHERE state IN ('QUEUED', 'UNKNOWN') AND due_at > :now
                        """)
                .bind("by", by.toMillis())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Everything that has not ended goes to the new address.
    void move(Handle transaction, Destination from, Destination to) {
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_deliveries SET address = :to
                        WHERE channel = :channel AND address = :from
                            AND state IN ('QUEUED', 'UNKNOWN', 'SENDING')
                        """)
                .bind("channel", from.channel())
                .bind("from", from.address())
                .bind("to", to.address())
                .execute();
    }

    int forget(Handle transaction, Instant before) {
        return transaction
                .createUpdate(
                        """
                        DELETE FROM outbox_deliveries
                        WHERE state IN ('SENT', 'DEAD') AND changed_at < :before
                        """)
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
