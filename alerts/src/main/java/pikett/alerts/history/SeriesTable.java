package pikett.alerts.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pikett.alerts.label.LabelsJson;

/// The rows of what is read again and again. Part of the caller's transaction.
final class SeriesTable {
    /// A row is written anew when a point is newer than it by more than this.
    static final Duration SEEN_EVERY = Duration.ofDays(1);

    /// A row.
    ///
    /// @param seenAt of a point that was at most a day older than the newest
    record Row(long id, Instant seenAt) {}

    Map<SeriesKey, Row> all(Handle transaction) {
        Map<SeriesKey, Row> rows = new HashMap<>();
        transaction
                .createQuery("SELECT * FROM reading_series")
                .map((row, _) -> Map.entry(key(row), row(row)))
                .forEach(each -> rows.put(each.getKey(), each.getValue()));
        return rows;
    }

    /// Makes the row, or notes that it was seen again.
    Row seen(Handle transaction, SeriesKey key, Instant at) {
        String print = key.fingerprint().value();
        transaction
                .createUpdate(
                        """
                        INSERT INTO reading_series (fingerprint, check_id, name, part, summed, seen_at)
                        VALUES (:print, :check, :name, :part, :summed, :at)
                        ON CONFLICT (fingerprint) DO UPDATE SET seen_at = :at
                        """)
                .bind("print", print)
                .bind("check", key.check())
                .bind("name", key.name())
                .bind("part", LabelsJson.write(key.part()))
                .bind("summed", key.summed() ? 1 : 0)
                .bind("at", at.toEpochMilli())
                .execute();
        long id =
                transaction
                        .createQuery("SELECT id FROM reading_series WHERE fingerprint = :print")
                        .bind("print", print)
                        .mapTo(Long.class)
                        .one();
        return new Row(id, at);
    }

    /// The ids of what is counted anew at each look.
    Set<Long> summed(Handle transaction) {
        return transaction
                .createQuery("SELECT id FROM reading_series WHERE summed = 1")
                .mapTo(Long.class)
                .collect(Collectors.toSet());
    }

    /// How many checks may have read this number of the whole since then; not fewer than did.
    int ofWhole(Handle transaction, String name, Instant since) {
        return transaction
                .createQuery(
                        """
                        SELECT COUNT(*) FROM reading_series
                        WHERE name = :name AND part = '{}' AND seen_at >= :since
                        """)
                .bind("name", name)
                .bind("since", since.minus(SEEN_EVERY).toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    int forget(Handle transaction, Instant before) {
        return transaction
                .createUpdate("DELETE FROM reading_series WHERE seen_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    private static SeriesKey key(ResultSet row) throws SQLException {
        return new SeriesKey(
                row.getString("check_id"),
                row.getString("name"),
                LabelsJson.read(row.getString("part")),
                row.getInt("summed") == 1);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("id"), Instant.ofEpochMilli(row.getLong("seen_at")));
    }
}
