package pikett.alerts.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Seen;
import pikett.alerts.alert.Status;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.alerts.label.LabelsJson;
import pikett.config.Severity;

/// The rows of the alerts. Part of the caller's transaction.
final class AlertTable {
    /// The alerts of these fingerprints, as they were last.
    List<Filed> latest(Handle transaction, Collection<Fingerprint> fingerprints) {
        return Rows.each(
                fingerprints.stream().map(Fingerprint::value).toList(),
                some ->
                        transaction
                                .createQuery(
                                        "SELECT * FROM alerts WHERE latest = 1 AND fingerprint IN (<some>)")
                                .bindList("some", some)
                                .map((row, _) -> filed(row))
                                .list());
    }

    /// The alerts of these incidents, as long as nothing later is known of them.
    List<Filed> latestOf(Handle transaction, Collection<IncidentNumber> incidents) {
        return Rows.each(
                incidents.stream().map(IncidentNumber::value).toList(),
                some ->
                        transaction
                                .createQuery(
                                        "SELECT * FROM alerts WHERE latest = 1 AND incident IN (<some>)")
                                .bindList("some", some)
                                .map((row, _) -> filed(row))
                                .list());
    }

    /// All that ever fired in an incident, the last time of each, in the order in which they began.
    List<Alert> allOf(Handle transaction, IncidentNumber incident) {
        return transaction
                .createQuery(
                        """
                        SELECT * FROM alerts a WHERE incident = :incident AND starts_at = (
                            SELECT MAX(starts_at) FROM alerts b
                            WHERE b.fingerprint = a.fingerprint AND b.incident = :incident)
                        ORDER BY starts_at, fingerprint
                        """)
                .bind("incident", incident.value())
                .map((row, _) -> filed(row).alert())
                .list();
    }

    /// The labels of the alert that began each of these incidents.
    Map<IncidentNumber, Labels> firstOf(Handle transaction, Collection<IncidentNumber> incidents) {
        Map<IncidentNumber, Labels> first = new HashMap<>();
        Rows.each(
                        incidents.stream().map(IncidentNumber::value).toList(),
                        some ->
                                transaction
                                        .createQuery(
                                                """
                                                SELECT * FROM alerts WHERE incident IN (<some>)
                                                ORDER BY starts_at, fingerprint
                                                """)
                                        .bindList("some", some)
                                        .map((row, _) -> filed(row))
                                        .list())
                .forEach(filed ->
                        filed.incident()
                                .ifPresent(number ->
                                        first.putIfAbsent(number, filed.alert().labels())));
        return first;
    }

    List<Filed> firing(Handle transaction) {
        return transaction
                .createQuery("SELECT * FROM alerts WHERE latest = 1 AND resolved_at IS NULL")
                .map((row, _) -> filed(row))
                .list();
    }

    void save(Handle transaction, Collection<Filed> changed) {
        if (changed.isEmpty()) {
            return;
        }
        endEarlierTimes(transaction, changed);
        PreparedBatch batch =
                transaction.prepareBatch(
                        """
                        INSERT INTO alerts (fingerprint, starts_at, latest, source, labels,
                            resolved_at, seen_status, seen_at, severity, facts, worst, incident)
                        VALUES (:fingerprint, :starts, 1, :source, :labels,
                            :resolved, :status, :seen, :severity, :facts, :worst, :incident)
                        ON CONFLICT (fingerprint, starts_at) DO UPDATE SET
                            latest = 1, resolved_at = :resolved, seen_status = :status,
                            seen_at = :seen, severity = :severity, facts = :facts, worst = :worst,
                            incident = :incident
                        """);
        changed.forEach(filed -> bound(batch, filed).add());
        batch.execute();
    }

    /// A later time of firing means that the one before is over, even if nobody said so.
    private static void endEarlierTimes(Handle transaction, Collection<Filed> changed) {
        PreparedBatch batch =
                transaction.prepareBatch(
                        """
                        UPDATE alerts SET latest = 0, resolved_at = COALESCE(resolved_at, :starts)
                        WHERE fingerprint = :fingerprint AND latest = 1 AND starts_at < :starts
                        """);
        for (Filed filed : changed) {
            batch.bind("fingerprint", filed.alert().fingerprint().value())
                    .bind("starts", filed.alert().startsAt().toEpochMilli())
                    .add();
        }
        batch.execute();
    }

    private static PreparedBatch bound(PreparedBatch batch, Filed filed) {
        Alert alert = filed.alert();
        return batch.bind("fingerprint", alert.fingerprint().value())
                .bind("starts", alert.startsAt().toEpochMilli())
                .bind("source", alert.source())
                .bind("labels", LabelsJson.write(alert.labels()))
                .bind("resolved", Rows.millis(alert.resolvedAt()))
                .bind("status", alert.latest().status().name())
                .bind("seen", alert.latest().at().toEpochMilli())
                .bind("severity", alert.severity().name())
                .bind("facts", alert.latest().facts().json())
                .bind("worst", alert.worst().name())
                .bind("incident", filed.incident().map(IncidentNumber::value).orElse(null));
    }

    private static Filed filed(ResultSet row) throws SQLException {
        Seen seen =
                new Seen(
                        Status.valueOf(row.getString("seen_status")),
                        Rows.instant(row, "seen_at"),
                        Severity.valueOf(row.getString("severity")),
                        new Facts(row.getString("facts")));
        Alert alert =
                new Alert(
                        new Fingerprint(row.getString("fingerprint")),
                        row.getString("source"),
                        LabelsJson.read(row.getString("labels")),
                        Rows.instant(row, "starts_at"),
                        Rows.maybeInstant(row, "resolved_at"),
                        seen,
                        Severity.valueOf(row.getString("worst")));
        long incident = row.getLong("incident");
        return new Filed(
                alert,
                row.wasNull() ? Optional.empty() : Optional.of(new IncidentNumber(incident)));
    }
}
