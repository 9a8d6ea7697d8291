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
        PreparedBatch batch =
                transaction.prepareBatch(
                        """
                        INSERT INTO incident_timeline (incident, at, kind, who, detail)
                        VALUES (:incident, :at, :kind, :who, :detail)
                        """);
        for (Case.Assessed assessed : changed) {
            for (TimelineEntry entry : assessed.news()) {
                batch.bind("incident", assessed.incident().number().value())
                        .bind("at", entry.at().toEpochMilli())
                        .bind("kind", entry.kind().name())
                        .bind("who", StorableText.of(entry.who()))
                        .bind("detail", StorableText.of(entry.detail()))
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
