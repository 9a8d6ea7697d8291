package pikett.alerts.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The rows of the numbers. Part of the caller's transaction.
final class PointTable {
    /// A row.
    record Row(long series, Point point) {}

    /// Adds those that are not there yet.
    void add(Handle transaction, Collection<Row> rows) {
        PreparedBatch insert =
                transaction.prepareBatch(
                        """
                        INSERT INTO reading_points (at, series, number)
                        VALUES (:at, :series, :number) ON CONFLICT (at, series) DO NOTHING
                        """);
        for (Row row : rows) {
            insert.bind("at", row.point().at().toEpochMilli())
                    .bind("series", row.series())
                    .bind("number", row.point().number())
                    .add();
        }
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    Points since(Handle transaction, long series, Instant from) {
        return new Points(
                transaction
                        .createQuery(
                                """
                                SELECT at, number FROM reading_points
                                WHERE at >= :from AND series = :series ORDER BY at
                                """)
                        .bind("from", from.toEpochMilli())
                        .bind("series", series)
                        .map((row, _) -> point(row))
                        .list());
    }

    /// The last point of a number of the whole within that time, by check.
    ///
    /// @param from not included
    Map<String, Point> last(Handle transaction, String name, Instant from, Instant to) {
        Map<String, Point> last = new HashMap<>();
        transaction
                .createQuery(
                        """
                        SELECT s.check_id, p.at, p.number
                        FROM (SELECT series, MAX(at) AS at FROM reading_points
                              WHERE at > :from AND at <= :to AND series IN (
                                  SELECT id FROM reading_series WHERE name = :name AND part = '{}')
                              GROUP BY series) newest
                        JOIN reading_points p ON p.at = newest.at AND p.series = newest.series
                        JOIN reading_series s ON s.id = newest.series
                        """)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .bind("name", name)
                .map((row, _) -> Map.entry(row.getString("check_id"), point(row)))
                .forEach(each -> last.put(each.getKey(), each.getValue()));
        return last;
    }

    /// In the order of time.
    ///
    /// @param to not included
    List<Row> between(Handle transaction, Instant from, Instant to) {
        return transaction
                .createQuery(
                        """
                        SELECT at, series, number FROM reading_points
                        WHERE at >= :from AND at < :to ORDER BY at
                        """)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, _) -> new Row(row.getLong("series"), point(row)))
                .list();
    }

    /// @param to not included
    int delete(Handle transaction, Instant from, Instant to) {
        return transaction
                .createUpdate("DELETE FROM reading_points WHERE at >= :from AND at < :to")
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .execute();
    }

    Optional<Instant> newest(Handle transaction) {
        return transaction
                .createQuery("SELECT MAX(at) FROM reading_points")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /// Of the first point from then on.
    Optional<Instant> first(Handle transaction, Instant from) {
        return transaction
                .createQuery("SELECT MIN(at) FROM reading_points WHERE at >= :from")
                .bind("from", from.toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(Instant.ofEpochMilli(row.getLong("at")), row.getDouble("number"));
    }
}
