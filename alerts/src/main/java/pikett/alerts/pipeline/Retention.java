package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// Forgets incidents that were over long ago, with all that belongs to them. Safe for use by many
/// threads.
public final class Retention {
    private static final List<String> PARTS =
            List.of(
                    "late_incidents",
                    "incident_tellings",
                    "incident_reasons",
                    "incident_timeline",
                    "storm_incidents");

    private final Store store;
    private final Round round;

    public Retention(Store store, Round round) {
        this.store = store;
        this.round = round;
    }

    /// What goes on is never forgotten.
    ///
    /// @return how many incidents were forgotten
    public int forget(Instant before) {
        return store.write(transaction -> {
            round.ledger().lock(transaction);
            for (String part : PARTS) {
                transaction
                        .createUpdate(
                                """
                                DELETE FROM <part> WHERE incident IN (
                                    SELECT number FROM incidents WHERE resolved_at < :before)
                                """)
                        .define("part", part)
                        .bind("before", before.toEpochMilli())
                        .execute();
            }
            delete(transaction, "DELETE FROM alerts WHERE resolved_at < :before", before);
            delete(transaction, "DELETE FROM silences WHERE until_at < :before", before);
            delete(transaction, "DELETE FROM storms WHERE ended_at < :before", before);
            return delete(transaction, "DELETE FROM incidents WHERE resolved_at < :before", before);
        });
    }

    private static int delete(Handle transaction, String sql, Instant before) {
        return transaction.createUpdate(sql).bind("before", before.toEpochMilli()).execute();
    }
}
