package pikett.alerts.outbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which message of a destination carries which subject. Part of the caller's transaction.
final class MessageTable {
    Optional<Subject> subjectOf(Handle transaction, Destination at, String messageId) {
        return transaction
                .createQuery(
                        """
                        SELECT subject FROM outbox_messages
                        WHERE channel = :channel AND address = :address AND message_id = :message
                        """)
                .bind("channel", at.channel())
                .bind("address", at.address())
                .bind("message", messageId)
                .mapTo(String.class)
                .findOne()
                .map(Subject::new);
    }

    Optional<String> messageOf(Handle transaction, Destination at, Subject subject) {
        return transaction
                .createQuery(
                        """
                        SELECT message_id FROM outbox_messages
                        WHERE channel = :channel AND address = :address AND subject = :subject
                        """)
                .bind("channel", at.channel())
                .bind("address", at.address())
                .bind("subject", subject.value())
                .mapTo(String.class)
                .findOne();
    }

    void carries(
            Handle transaction, Destination at, Subject subject, String messageId, Instant now) {
        transaction
                .createUpdate(
                        """
                        DELETE FROM outbox_messages
                        WHERE channel = :channel AND address = :address AND message_id = :message
                            AND subject <> :subject
                        """)
                .bind("channel", at.channel())
                .bind("address", at.address())
                .bind("message", messageId)
                .bind("subject", subject.value())
                .execute();
        transaction
                .createUpdate(
                        """
                        INSERT INTO outbox_messages (channel, address, subject, message_id, changed_at)
                        VALUES (:channel, :address, :subject, :message, :now)
                        ON CONFLICT (channel, address, subject)
                        DO UPDATE SET message_id = :message, changed_at = :now
                        """)
                .bind("channel", at.channel())
                .bind("address", at.address())
                .bind("subject", subject.value())
                .bind("message", messageId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void gone(Handle transaction, Destination at, Subject subject) {
        transaction
                .createUpdate(
                        """
                        DELETE FROM outbox_messages
                        WHERE channel = :channel AND address = :address AND subject = :subject
                        """)
                .bind("channel", at.channel())
                .bind("address", at.address())
                .bind("subject", subject.value())
                .execute();
    }

    /// What the new address knows already stays as it is.
    void move(Handle transaction, Destination from, Destination to) {
        transaction
                .createUpdate(
                        """
                        DELETE FROM outbox_messages
                        WHERE channel = :channel AND address = :from AND (
                            subject IN (SELECT subject FROM outbox_messages
                                WHERE channel = :channel AND address = :to)
                            OR message_id IN (SELECT message_id FROM outbox_messages
                                WHERE channel = :channel AND address = :to))
                        """)
                .bind("channel", from.channel())
                .bind("from", from.address())
                .bind("to", to.address())
                .execute();
        transaction
                .createUpdate(
                        """
                        UPDATE outbox_messages SET address = :to
                        WHERE channel = :channel AND address = :from
                        """)
                .bind("channel", from.channel())
                .bind("from", from.address())
                .bind("to", to.address())
                .execute();
    }

    int forget(Handle transaction, Instant before) {
        return transaction
                .createUpdate("DELETE FROM outbox_messages WHERE changed_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
