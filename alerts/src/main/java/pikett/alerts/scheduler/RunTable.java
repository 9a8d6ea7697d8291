package pikett.alerts.scheduler;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The rows of when each chore ran last. Part of the caller's transaction.
final class RunTable {
    /// For which of its times each chore ran last.
    Map<String, Instant> lastTimes(Handle transaction) {
        Map<String, Instant> times = new HashMap<>();
        transaction
                .createQuery("SELECT chore, scheduled_at FROM chore_runs")
                .map((row, _) ->
                        Map.entry(
                                row.getString("chore"),
                                Instant.ofEpochMilli(row.getLong("scheduled_at"))))
                .forEach(each -> times.put(each.getKey(), each.getValue()));
        return times;
    }

    /// Remembers that a chore is there, as if it had run now, unless it is known.
    void know(Handle transaction, String chore, Instant now) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO chore_runs (chore, scheduled_at, started_at)
                        VALUES (:chore, :now, :now) ON CONFLICT (chore) DO NOTHING
                        """)
                .bind("chore", chore)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Takes a time of a chore.
    ///
    /// @return whether it was free: nobody took it, or a later one, before
    boolean claim(Handle transaction, String chore, Instant time, Instant now) {
        return transaction
                        .createUpdate(
                                """
                                INSERT INTO chore_runs (chore, scheduled_at, started_at)
                                VALUES (:chore, :time, :now)
                                ON CONFLICT (chore) DO UPDATE SET scheduled_at = :time,
                                    started_at = :now
                                WHERE chore_runs.scheduled_at < :time
                                """)
                        .bind("chore", chore)
                        .bind("time", time.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /// Forgets chores that have not run since; they are no more.
    int forget(Handle transaction, Instant before) {
        return transaction
                .createUpdate("DELETE FROM chore_runs WHERE started_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
