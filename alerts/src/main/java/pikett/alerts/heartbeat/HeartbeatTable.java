package pikett.alerts.heartbeat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The rows of what was heard, and of when Pikett was there. Part of the caller's transaction.
final class HeartbeatTable {
    Set<String> names(Handle transaction) {
        return transaction
                .createQuery("SELECT heartbeat FROM heartbeats")
                .mapTo(String.class)
                .set();
    }

    Optional<Heard> one(Handle transaction, String name) {
        return transaction
                .createQuery("SELECT * FROM heartbeats WHERE heartbeat = :heartbeat")
                .bind("heartbeat", name)
                .map((row, _) -> heard(row))
                .findOne();
    }

    /// A heartbeat is there, unless it is known; from now on nobody else changes it until the transaction
    /// ends.
    void know(Handle transaction, String name, Instant now) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO heartbeats (heartbeat, counts_from, tail)
                        VALUES (:heartbeat, :now, '')
                        ON CONFLICT (heartbeat) DO UPDATE SET heartbeat = :heartbeat
                        """)
                .bind("heartbeat", name)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void save(Handle transaction, String name, Heard heard) {
        transaction
                .createUpdate(
                        """
                        UPDATE heartbeats SET counts_from = :from, excused_at = :excused, started_at = :started,
                            succeeded_at = :succeeded, failed_at = :failed, exit_code = :exit,
                            tail = :tail
                        WHERE heartbeat = :heartbeat
                        """)
                .bind("heartbeat", name)
                .bind("from", heard.countsFrom().toEpochMilli())
                .bind("excused", heard.excused().map(Instant::toEpochMilli).orElse(null))
                .bind("started", heard.started().map(Instant::toEpochMilli).orElse(null))
                .bind("succeeded", heard.succeeded().map(Instant::toEpochMilli).orElse(null))
                .bind("failed", heard.failed().map(each -> each.at().toEpochMilli()).orElse(null))
                .bind("exit", heard.failed().flatMap(Heard.Failure::exit).orElse(null))
                .bind("tail", heard.failed().map(Heard.Failure::tail).orElse(""))
                .execute();
    }

    void forget(Handle transaction, Collection<String> names) {
        names.forEach(name ->
                transaction
                        .createUpdate("DELETE FROM heartbeats WHERE heartbeat = :heartbeat")
                        .bind("heartbeat", name)
                        .execute());
    }

    /// When Pikett was there last; empty before the first time.
    Optional<Instant> lastAwake(Handle transaction) {
        return transaction
                .createQuery("SELECT awake_at FROM heartbeat_watch")
                .map((row, _) -> Instant.ofEpochMilli(row.getLong("awake_at")))
                .findOne();
    }

    /// Pikett is there.
    void awake(Handle transaction, Instant now) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO heartbeat_watch (watch, awake_at) VALUES (1, :now)
                        ON CONFLICT (watch) DO UPDATE SET awake_at = :now
                        """)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static Heard heard(ResultSet row) throws SQLException {
        Optional<Instant> failed = time(row, "failed_at");
        Optional<Integer> exit = Optional.of(row.getInt("exit_code"));
        Optional<Integer> told = row.wasNull() ? Optional.empty() : exit;
        String tail = row.getString("tail");
        return new Heard(
                Instant.ofEpochMilli(row.getLong("counts_from")),
                time(row, "excused_at"),
                time(row, "started_at"),
                time(row, "succeeded_at"),
                failed.map(at -> new Heard.Failure(at, told, tail)));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
