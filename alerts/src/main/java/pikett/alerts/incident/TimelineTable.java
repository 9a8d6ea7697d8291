package pikett.alerts.incident;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pikett.adapters.store.StorableText;

/// What happened to incidents. Part of the caller's transaction.
final class TimelineTable {
    List<TimelineEntry> of(Handle transaction, IncidentNumber incident) {
        return transaction
                .createQuery(
                        "SELECT * FROM incident_timeline WHERE incident = :incident ORDER BY id")
                .bind("incident", incident.value())
                .map((row, _) ->
                        new TimelineEntry(
                                Rows.instant(row, "at"),
                                TimelineEntry.Kind.valueOf(row.getString("kind")),
                                row.getString("who"),
                                row.getString("detail")))
                .list();
    }

    void add(Handle transaction, Collection<Case.Assessed> changed) {
        PreparedBatch batch = batch(transaction);
        changed.forEach(assessed -> bind(batch, assessed.incident().number(), assessed.news()));
        execute(batch);
    }

    void add(Handle transaction, IncidentNumber incident, List<TimelineEntry> entries) {
        PreparedBatch batch = batch(transaction);
        bind(batch, incident, entries);
        execute(batch);
    }

    private static PreparedBatch batch(Handle transaction) {
        return transaction.prepareBatch(
                """
                INSERT INTO incident_timeline (incident, at, kind, who, detail)
                VALUES (:incident, :at, :kind, :who, :detail)
                """);
    }

    private static void bind(
            PreparedBatch batch, IncidentNumber incident, List<TimelineEntry> entries) {
        for (TimelineEntry entry : entries) {
            batch.bind("incident", incident.value())
                    .bind("at", entry.at().toEpochMilli())
                    .bind("kind", entry.kind().name())
                    .bind("who", StorableText.of(entry.who()))
                    .bind("detail", StorableText.of(entry.detail()))
                    .add();
        }
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
