package pikett.alerts.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.StorableText;
import pikett.alerts.mute.Silence;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.outbox.Destination;

/// The rows of the silences. Part of the caller's transaction.
final class SilenceTable {
    Silence add(Handle transaction, SilenceRequest wish, Instant now) {
        Optional<Destination> madeAt = wish.madeAt();
        Optional<Instant> planned = wish.from().filter(from -> from.isAfter(now));
        long id =
                transaction
                        .createQuery(
                                """
                                INSERT INTO silences (matchers, from_at, until_at, planned, begun, made_by,
                                    reason, channel, address, warned)
                                VALUES (:matchers, :from, :until, :planned, 1 - :planned, :by,
                                    :reason, :channel, :address, 0)
                                RETURNING id
                                """)
                        .bind("matchers", StorableText.of(MatchersText.of(wish.matchers())))
                        .bind("from", planned.orElse(now).toEpochMilli())
                        .bind("until", wish.until().toEpochMilli())
                        .bind("planned", planned.isPresent() ? 1 : 0)
                        .bind("by", wish.by())
                        .bind("reason", StorableText.of(wish.reason()))
                        .bind("channel", madeAt.map(Destination::channel).orElse(null))
                        .bind("address", madeAt.map(Destination::address).orElse(null))
                        .mapTo(Long.class)
                        .one();
        return find(transaction, new SilenceId(id)).orElseThrow();
    }

    Optional<Silence> find(Handle transaction, SilenceId id) {
        return transaction
                .createQuery("SELECT * FROM silences WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> silence(row))
                .findOne();
    }

    /// Those that hide now, the one that ends first before the others.
    List<Silence> active(Handle transaction, Instant now) {
        return transaction
                .createQuery(
                        """
                        SELECT * FROM silences
                        WHERE until_at > :now AND ended_at IS NULL AND begun = 1
                        ORDER BY until_at, id
                        """)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> silence(row))
                .list();
    }

    /// Those that have to begin by now, and those that have begun although their time is still to come.
    List<Silence> outOfTime(Handle transaction, Instant now) {
        return transaction
                .createQuery(
                        """
                        SELECT * FROM silences
                        WHERE until_at > :now AND ended_at IS NULL AND planned = 1
                            AND begun = CASE WHEN from_at <= :now THEN 0 ELSE 1 END
                        ORDER BY from_at, id
                        """)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> silence(row))
                .list();
    }

    /// Has one begin, or takes back that it began.
    ///
    /// @return whether it was out of time
    boolean setRight(Handle transaction, SilenceId id, Instant now) {
        return transaction
                        .createUpdate(
                                """
                                UPDATE silences SET begun = 1 - begun
                                WHERE id = :id AND until_at > :now AND ended_at IS NULL AND planned = 1
                                    AND begun = CASE WHEN from_at <= :now THEN 0 ELSE 1 END
                                """)
                        .bind("id", id.value())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /// Those that are not over since before that time, the one that ends first before the others.
    List<Silence> since(Handle transaction, Instant since) {
        return transaction
                .createQuery(
                        """
                        SELECT * FROM silences
                        WHERE until_at > :since AND (ended_at IS NULL OR ended_at > :since)
                        ORDER BY until_at, id
                        """)
                .bind("since", since.toEpochMilli())
                .map((row, _) -> silence(row))
                .list();
    }

    void end(Handle transaction, SilenceId id, Silence.End end) {
        transaction
                .createUpdate(
                        """
                        UPDATE silences SET ended_at = :at, ended_why = :why, ended_by = :by
                        WHERE id = :id AND ended_at IS NULL
                        """)
                .bind("id", id.value())
                .bind("at", end.at().toEpochMilli())
                .bind("why", end.why().name())
                .bind("by", end.by())
                .execute();
    }

    void matched(Handle transaction, SilenceId id, Instant now) {
        transaction
                .createUpdate("UPDATE silences SET matched_at = :now WHERE id = :id")
                .bind("id", id.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void warned(Handle transaction, SilenceId id) {
        transaction
                .createUpdate("UPDATE silences SET warned = 1 WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    private static Silence silence(ResultSet row) throws SQLException {
        Optional<Instant> endedAt = instant(row, "ended_at");
        String channel = row.getString("channel");
        String address = row.getString("address");
        String endedBy = row.getString("ended_by");
        String endedWhy = row.getString("ended_why");
        return new Silence(
                new SilenceId(row.getLong("id")),
                MatchersText.matchers(row.getString("matchers")),
                Instant.ofEpochMilli(row.getLong("from_at")),
                Instant.ofEpochMilli(row.getLong("until_at")),
                row.getInt("begun") != 0,
                row.getString("made_by"),
                row.getString("reason"),
                channel == null ? Optional.empty() : Optional.of(new Destination(channel, address)),
                instant(row, "matched_at"),
                row.getInt("warned") != 0,
                endedAt.map(at -> new Silence.End(at, Silence.Why.valueOf(endedWhy), endedBy)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }
}
