package pikett.alerts.scheduler;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The rows of when each job ran last. Part of the caller's transaction.
final class RunTable {
    /// For which of its times each job ran last.
    Map<String, Instant> lastTimes(Handle transaction) {
        Map<String, Instant> times = new HashMap<>();
        transaction
                .createQuery("SELECT job, scheduled_at FROM job_runs")
                .map((row, _) ->
                        Map.entry(
                                row.getString("job"),
                                Instant.ofEpochMilli(row.getLong("scheduled_at"))))
                .forEach(each -> times.put(each.getKey(), each.getValue()));
        return times;
    }

    /// Takes a time of a job.
    ///
    /// @return whether it was free: nobody took it, or a later one, before
    boolean claim(Handle transaction, String job, Instant time, Instant now) {
        return transaction
                        .createUpdate(
                                """
                                INSERT INTO job_runs (job, scheduled_at, started_at)
                                VALUES (:job, :time, :now)
                                ON CONFLICT (job) DO UPDATE SET scheduled_at = :time,
                                    started_at = :now
                                WHERE job_runs.scheduled_at < :time
                                """)
                        .bind("job", job)
                        .bind("time", time.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /// Forgets jobs that have not run since; they are no more.
    int forget(Handle transaction, Instant before) {
        return transaction
                .createUpdate("DELETE FROM job_runs WHERE started_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
