package pikett.alerts.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
                        .map((row, _) ->
                                new Point(
                                        Instant.ofEpochMilli(row.getLong("at")),
                                        row.getDouble("number")))
                        .list());
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
                .map((row, _) ->
                        new Row(
                                row.getLong("series"),
                                new Point(
                                        Instant.ofEpochMilli(row.getLong("at")),
                                        row.getDouble("number"))))
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
}
