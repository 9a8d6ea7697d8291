package pikett.alerts.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.config.Severity;

/// What chats were told, and why. Part of the caller's transaction.
final class TellingTable {
    private record Row(IncidentNumber incident, Telling telling) {}

    /// The tellings of these incidents, by the names of the chats.
    Map<IncidentNumber, Map<String, Telling>> of(
            Handle transaction, Collection<IncidentNumber> incidents) {
        Map<IncidentNumber, Map<String, Telling>> all = new LinkedHashMap<>();
        Rows.each(
                        incidents.stream().map(IncidentNumber::value).toList(),
                        some ->
                                transaction
                                        .createQuery(
                                                """
                                                SELECT * FROM incident_tellings
                                                WHERE incident IN (<some>) ORDER BY incident, chat
                                                """)
                                        .bindList("some", some)
                                        .map((row, _) -> row(row))
                                        .list())
                .forEach(row ->
                        all.computeIfAbsent(row.incident(), _ -> new LinkedHashMap<>())
                                .put(row.telling().chat(), row.telling()));
        return all;
    }

    /// Notes that a chat did not get the last that it was told of what goes on, where one of these
    /// subjects carried it.
    void undelivered(Handle transaction, String chat, Set<Subject> lost) {
        List<Row> told =
                transaction
                        .createQuery(
                                """
                                SELECT * FROM incident_tellings WHERE chat = :chat
                                    AND told_at IS NOT NULL AND ended_at IS NULL
                                """)
                        .bind("chat", chat)
                        .map((row, _) -> row(row))
                        .list();
        for (Row row : told) {
            if (lost.contains(row.telling().lastRing(row.incident()))) {
                transaction
                        .createUpdate(
                                """
                                UPDATE incident_tellings SET rang_at = NULL
                                WHERE incident = :incident AND chat = :chat
                                """)
                        .bind("incident", row.incident().value())
                        .bind("chat", chat)
                        .execute();
            }
        }
    }

    /// Why chats were told of an incident or not, in the order in which it came to be so.
    List<Said> reasons(Handle transaction, IncidentNumber incident) {
        return transaction
                .createQuery(
                        "SELECT * FROM incident_reasons WHERE incident = :incident ORDER BY id")
                .bind("incident", incident.value())
                .map((row, _) ->
                        new Said(
                                Rows.instant(row, "at"),
                                row.getString("chat"),
                                ReasonText.reason(row.getString("reason"))))
                .list();
    }

    void save(Handle transaction, Collection<Case.Assessed> changed, Instant now) {
        PreparedBatch tellings =
                transaction.prepareBatch(
                        """
                        INSERT INTO incident_tellings (incident, chat, channel, address, told_at,
                            rang_at, disturbed, severity, repeats, notes, ended_at, reason, hiding)
                        VALUES (:incident, :chat, :channel, :address, :toldAt,
                            :rangAt, :disturbed, :severity, :repeats, :notes, :endedAt, :reason,
                            :hiding)
                        ON CONFLICT (incident, chat) DO UPDATE SET told_at = :toldAt,
                            rang_at = :rangAt, disturbed = :disturbed, severity = :severity,
                            repeats = :repeats, notes = :notes, ended_at = :endedAt, reason = :reason,
                            hiding = :hiding
                        """);
        PreparedBatch reasons =
                transaction.prepareBatch(
                        """
                        INSERT INTO incident_reasons (incident, chat, at, reason)
                        VALUES (:incident, :chat, :at, :reason)
                        """);
        for (Case.Assessed assessed : changed) {
            long incident = assessed.incident().number().value();
            for (Telling telling : assessed.tellings().values()) {
                bound(tellings, incident, telling).add();
            }
            for (Telling telling : assessed.reasons()) {
                reasons.bind("incident", incident)
                        .bind("chat", telling.chat())
                        .bind("at", now.toEpochMilli())
                        .bind("reason", ReasonText.of(telling.reason()))
                        .add();
            }
        }
        execute(tellings);
        execute(reasons);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static PreparedBatch bound(PreparedBatch batch, long incident, Telling telling) {
        return batch.bind("incident", incident)
                .bind("chat", telling.chat())
                .bind("channel", telling.to().channel())
                .bind("address", telling.to().address())
                .bind("toldAt", Rows.millis(telling.toldAt()))
                .bind("rangAt", Rows.millis(telling.rangAt()))
                .bind("disturbed", Rows.flag(telling.disturbed()))
                .bind("severity", telling.severity().name())
                .bind("repeats", telling.repeats())
                .bind("notes", telling.notes())
                .bind("endedAt", Rows.millis(telling.endedAt()))
                .bind("reason", ReasonText.of(telling.reason()))
                .bind("hiding", MuteText.of(telling.hiding()));
    }

    private static Row row(ResultSet row) throws SQLException {
        Telling telling =
                new Telling(
                        row.getString("chat"),
                        new Destination(row.getString("channel"), row.getString("address")),
                        Rows.maybeInstant(row, "told_at"),
                        Rows.maybeInstant(row, "rang_at"),
                        row.getInt("disturbed") != 0,
                        Severity.valueOf(row.getString("severity")),
                        row.getInt("repeats"),
                        row.getInt("notes"),
                        Rows.maybeInstant(row, "ended_at"),
                        ReasonText.reason(row.getString("reason")),
                        MuteText.mutes(row.getString("hiding")));
        return new Row(new IncidentNumber(row.getLong("incident")), telling);
    }
}
