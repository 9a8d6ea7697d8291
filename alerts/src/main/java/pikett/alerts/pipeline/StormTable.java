package pikett.alerts.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pikett.alerts.incident.Chat;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.outbox.Destination;
import pikett.alerts.storm.Storm;

/// The rows of the storms. Part of the caller's transaction.
final class StormTable {
    private static final int CHUNK = 500;

    List<Storm> active(Handle transaction) {
        return transaction
                .createQuery("SELECT * FROM storms WHERE ended_at IS NULL ORDER BY began_at, chat")
                .map((row, _) -> storm(row))
                .list();
    }

    Optional<Storm> find(Handle transaction, String chat, Instant beganAt) {
        return transaction
                .createQuery("SELECT * FROM storms WHERE chat = :chat AND began_at = :began")
                .bind("chat", chat)
                .bind("began", beganAt.toEpochMilli())
                .map((row, _) -> storm(row))
                .findOne();
    }

    /// Where nothing is to make a sound.
    Set<Destination> awake(Handle transaction, Instant now) {
        return new HashSet<>(
                transaction
                        .createQuery("SELECT channel, address FROM storms WHERE awake_until > :now")
                        .bind("now", now.toEpochMilli())
                        .map((row, _) -> destination(row))
                        .list());
    }

    void begin(Handle transaction, Chat chat, Instant now) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO storms (chat, began_at, channel, address, arrived_at, rang)
                        VALUES (:chat, :now, :channel, :address, :now, 0)
                        ON CONFLICT (chat, began_at) DO UPDATE SET ended_at = NULL
                        """)
                .bind("chat", chat.name())
                .bind("now", now.toEpochMilli())
                .bind("channel", chat.to().channel())
                .bind("address", chat.to().address())
                .execute();
    }

    /// @return how many of them were not part of it before
    int join(Handle transaction, Storm storm, Collection<IncidentNumber> incidents) {
        if (incidents.isEmpty()) {
            return 0;
        }
        PreparedBatch batch =
                transaction.prepareBatch(
                        """
                        INSERT INTO storm_incidents (chat, began_at, incident)
                        VALUES (:chat, :began, :incident) ON CONFLICT DO NOTHING
                        """);
        for (IncidentNumber incident : incidents) {
            batch.bind("chat", storm.chat())
                    .bind("began", storm.beganAt().toEpochMilli())
                    .bind("incident", incident.value())
                    .add();
        }
        int joined = 0;
        for (int rows : batch.execute()) {
            joined += rows;
        }
        return joined;
    }

    List<IncidentNumber> members(Handle transaction, Storm storm) {
        return transaction
                .createQuery(
                        """
                        SELECT incident FROM storm_incidents
                        WHERE chat = :chat AND began_at = :began ORDER BY incident
                        """)
                .bind("chat", storm.chat())
                .bind("began", storm.beganAt().toEpochMilli())
                .mapTo(Long.class)
                .map(IncidentNumber::new)
                .list();
    }

    /// The storms that go on, and those that list one of these incidents; with those that they list.
    Map<Storm, Set<IncidentNumber>> concerning(
            Handle transaction, Collection<IncidentNumber> incidents) {
        Map<Storm, Set<IncidentNumber>> found = new LinkedHashMap<>();
        active(transaction).forEach(storm -> found.put(storm, new HashSet<>()));
        List<IncidentNumber> all = List.copyOf(incidents);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<IncidentNumber> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            listing(transaction, some)
                    .forEach(line ->
                            found.computeIfAbsent(line.storm(), _ -> new HashSet<>())
                                    .add(line.incident()));
        }
        return found;
    }

    private record Line(Storm storm, IncidentNumber incident) {}

    private static List<Line> listing(Handle transaction, List<IncidentNumber> incidents) {
        return transaction
                .createQuery(
                        """
                        SELECT s.*, m.incident AS incident FROM storm_incidents m
                        JOIN storms s ON s.chat = m.chat AND s.began_at = m.began_at
                        WHERE m.incident IN (<incidents>)
                        """)
                .bindList("incidents", incidents.stream().map(IncidentNumber::value).toList())
                .map((row, _) -> new Line(storm(row), new IncidentNumber(row.getLong("incident"))))
                .list();
    }

    /// How many of the storm's incidents would get a card of their own; not counted any further than
    /// that many.
    int stillFiring(Handle transaction, Storm storm, int atMost) {
        return transaction
                .createQuery(
                        """
                        SELECT COUNT(*) FROM (
                            SELECT s.incident FROM storm_incidents s
                            JOIN incidents i ON i.number = s.incident AND i.state <> 'RESOLVED'
                            JOIN incident_tellings t ON t.incident = s.incident AND t.chat = s.chat
                                AND t.told_at IS NULL
                            WHERE s.chat = :chat AND s.began_at = :began LIMIT :most) firing
                        """)
                .bind("most", atMost)
                .bind("chat", storm.chat())
                .bind("began", storm.beganAt().toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /// How many incidents a chat was told of since that time.
    int saidSince(Handle transaction, String chat, Instant since) {
        return transaction
                .createQuery(
                        "SELECT COUNT(*) FROM incident_tellings WHERE chat = :chat AND told_at > :since")
                .bind("chat", chat)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    void arrived(Handle transaction, Storm storm, Instant now) {
        set(transaction, storm, "arrived_at", now.toEpochMilli());
    }

    void rang(Handle transaction, Storm storm) {
        set(transaction, storm, "rang", 1);
    }

    void end(Handle transaction, Storm storm, Instant now) {
        set(transaction, storm, "ended_at", now.toEpochMilli());
    }

    void awake(Handle transaction, Storm storm, Storm.Awake awake) {
        set(transaction, storm, "awake_until", awake.until().toEpochMilli());
        set(transaction, storm, "awake_by", awake.by());
    }

    private static void set(Handle transaction, Storm storm, String column, Object value) {
        transaction
                .createUpdate(
                        "UPDATE storms SET <column> = :value WHERE chat = :chat AND began_at = :began")
                .define("column", column)
                .bind("value", value)
                .bind("chat", storm.chat())
                .bind("began", storm.beganAt().toEpochMilli())
                .execute();
    }

    private static Storm storm(ResultSet row) throws SQLException {
        Optional<Instant> awakeUntil = instant(row, "awake_until");
        String awakeBy = row.getString("awake_by");
        return new Storm(
                row.getString("chat"),
                destination(row),
                Instant.ofEpochMilli(row.getLong("began_at")),
                Instant.ofEpochMilli(row.getLong("arrived_at")),
                row.getInt("rang") != 0,
                instant(row, "ended_at"),
                awakeUntil.map(until -> new Storm.Awake(awakeBy, until)));
    }

    private static Destination destination(ResultSet row) throws SQLException {
        return new Destination(row.getString("channel"), row.getString("address"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }
}
