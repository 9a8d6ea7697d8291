package pikett.alerts.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pikett.alerts.label.LabelsJson;
import pikett.config.Severity;

/// The rows of the incidents. Part of the caller's transaction.
final class IncidentTable {
    /// A card tells of the latest few of one host: as many are enough to find them among.
    private static final int LOOKED_BACK = 500;

    /// An incident and what its card last said.
    record Row(Incident incident, CardState card) {}

    /// Reserves numbers, and makes whoever else writes incidents wait until this transaction ends.
    ///
    /// @return the last number that was given before
    long reserve(Handle transaction, int numbers) {
        return transaction
                        .createQuery(
                                "UPDATE incident_numbers SET last = last + :numbers RETURNING last")
                        .bind("numbers", numbers)
                        .mapTo(Long.class)
                        .one()
                - numbers;
    }

    List<Row> byNumbers(Handle transaction, Collection<IncidentNumber> numbers) {
        return Rows.each(
                numbers.stream().map(IncidentNumber::value).toList(),
                some ->
                        transaction
                                .createQuery("SELECT * FROM incidents WHERE number IN (<some>)")
                                .bindList("some", some)
                                .map((row, _) -> row(row))
                                .list());
    }

    /// The last incident of each of these groups.
    List<Incident> lastOf(Handle transaction, Collection<GroupKey> groups) {
        return Rows.each(
                groups.stream().map(GroupKey::text).toList(),
                some ->
                        transaction
                                .createQuery(
                                        """
                                        SELECT * FROM incidents WHERE number IN (
                                            SELECT MAX(number) FROM incidents
                                            WHERE group_key IN (<some>) GROUP BY group_key)
                                        """)
                                .bindList("some", some)
                                .map((row, _) -> row(row).incident())
                                .list());
    }

    List<Incident> open(Handle transaction) {
        return transaction
                .createQuery("SELECT * FROM incidents WHERE state <> 'RESOLVED' ORDER BY number")
                .map((row, _) -> row(row).incident())
                .list();
    }

    int countOpen(Handle transaction) {
        return transaction
                .createQuery("SELECT COUNT(*) FROM incidents WHERE state <> 'RESOLVED'")
                .mapTo(Integer.class)
                .one();
    }

    /// Those that were open at that time or later, the latest first.
    List<Incident> since(Handle transaction, Instant since) {
        return transaction
                .createQuery(
                        """
                        SELECT * FROM incidents WHERE resolved_at IS NULL OR resolved_at >= :since
                        ORDER BY number DESC
                        """)
                .bind("since", since.toEpochMilli())
                .map((row, _) -> row(row).incident())
                .list();
    }

    /// Of the last ones before this number, those that opened or were over between these two times.
    List<Incident> before(Handle transaction, IncidentNumber number, Instant from, Instant until) {
        return transaction
                .createQuery(
                        """
                        SELECT * FROM incidents
                        WHERE number < :number AND number >= :least
                            AND (opened_at BETWEEN :from AND :until
                                OR resolved_at BETWEEN :from AND :until)
                        ORDER BY number DESC
                        """)
                .bind("number", number.value())
                .bind("least", number.value() - LOOKED_BACK)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map((row, _) -> row(row).incident())
                .list();
    }

    /// Those for which time alone changes something by now, the worst first.
    List<IncidentNumber> due(Handle transaction, Instant now, int atMost) {
        return transaction
                .createQuery(
                        """
                        SELECT number FROM incidents WHERE wake_at <= :now
                        ORDER BY CASE severity WHEN 'CRITICAL' THEN 0 WHEN 'WARNING' THEN 1 ELSE 2 END,
                            number
                        LIMIT :most
                        """)
                .bind("now", now.toEpochMilli())
                .bind("most", atMost)
                .mapTo(Long.class)
                .map(IncidentNumber::new)
                .list();
    }

    /// Has incidents looked at again at once.
    ///
    /// @param onlyHeld those of which some chat is not told because of a mute; else all that are open
    void wake(Handle transaction, Instant now, boolean onlyHeld) {
        transaction
                .createUpdate(
                        """
                        UPDATE incidents SET wake_at = :now
                        WHERE state <> 'RESOLVED' AND held >= :held
                        """)
                .bind("now", now.toEpochMilli())
                .bind("held", Rows.flag(onlyHeld))
                .execute();
    }

    /// Has one looked at again at once, unless it is over.
    void wake(Handle transaction, Instant now, IncidentNumber incident) {
        transaction
                .createUpdate(
                        """
                        UPDATE incidents SET wake_at = :now
                        WHERE state <> 'RESOLVED' AND number = :number
                        """)
                .bind("now", now.toEpochMilli())
                .bind("number", incident.value())
                .execute();
    }

    void save(Handle transaction, Collection<Case.Assessed> changed) {
        if (changed.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                transaction.prepareBatch(
                        """
                        INSERT INTO incidents (number, group_key, group_labels, state, severity, worst,
                            firing, opened_at, taken_by, taken_at, resolved_at, changes, change_count,
                            flapping, face, details, card_at, stale, held, wake_at)
                        VALUES (:number, :groupKey, :groupLabels, :state, :severity, :worst,
                            :firing, :openedAt, :takenBy, :takenAt, :resolvedAt, :changes, :changeCount,
                            :flapping, :face, :details, :cardAt, :stale, :held, :wakeAt)
                        ON CONFLICT (number) DO UPDATE SET state = :state, severity = :severity,
                            worst = :worst, firing = :firing, taken_by = :takenBy,
                            taken_at = :takenAt, resolved_at = :resolvedAt, changes = :changes,
                            change_count = :changeCount, flapping = :flapping, face = :face,
                            details = :details, card_at = :cardAt, stale = :stale, held = :held,
                            wake_at = :wakeAt
                        """);
        changed.forEach(assessed -> {
            bind(batch, assessed.incident());
            bind(batch, assessed);
            batch.add();
        });
        batch.execute();
    }

    private static void bind(PreparedBatch batch, Incident incident) {
        batch.bind("number", incident.number().value())
                .bind("groupKey", incident.group().text())
                .bind("groupLabels", LabelsJson.write(incident.group().labels()))
                .bind("state", incident.state().name())
                .bind("severity", incident.severity().name())
                .bind("worst", incident.worst().name())
                .bind("firing", incident.firing())
                .bind("openedAt", incident.openedAt().toEpochMilli())
                .bind("takenBy", incident.taken().map(Taken::by).orElse(null))
                .bind("takenAt", Rows.millis(incident.taken().map(Taken::at)))
                .bind("resolvedAt", Rows.millis(incident.resolvedAt()))
                .bind("changes", text(incident.changes()))
                .bind("changeCount", incident.changes().count())
                .bind("flapping", Rows.flag(incident.changes().flapping()));
    }

    private static void bind(PreparedBatch batch, Case.Assessed assessed) {
        batch.bind("face", assessed.card().face())
                .bind("details", assessed.card().details())
                .bind("cardAt", Rows.millis(assessed.card().at()))
                .bind("stale", Rows.flag(assessed.card().stale()))
                .bind("held", Rows.flag(assessed.held()))
                .bind("wakeAt", Rows.millis(assessed.wake()));
    }

    private static String text(Changes changes) {
        return changes.recent().stream()
                .map(at -> Long.toString(at.toEpochMilli()))
                .collect(Collectors.joining(","));
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<Instant> takenAt = Rows.maybeInstant(row, "taken_at");
        String takenBy = row.getString("taken_by");
        Incident incident =
                new Incident(
                        new IncidentNumber(row.getLong("number")),
                        new GroupKey(LabelsJson.read(row.getString("group_labels"))),
                        IncidentState.valueOf(row.getString("state")),
                        Severity.valueOf(row.getString("severity")),
                        Severity.valueOf(row.getString("worst")),
                        row.getInt("firing"),
                        Rows.instant(row, "opened_at"),
                        takenAt.map(at -> new Taken(takenBy, at)),
                        Rows.maybeInstant(row, "resolved_at"),
                        changes(row));
        CardState card =
                new CardState(
                        row.getString("face"),
                        row.getString("details"),
                        Rows.maybeInstant(row, "card_at"),
                        row.getInt("stale") != 0);
        return new Row(incident, card);
    }

    private static Changes changes(ResultSet row) throws SQLException {
        List<Instant> recent =
                Arrays.stream(row.getString("changes").split(","))
                        .filter(at -> !at.isEmpty())
                        .map(at -> Instant.ofEpochMilli(Long.parseLong(at)))
                        .toList();
        return new Changes(recent, row.getInt("change_count"), row.getInt("flapping") != 0);
    }
}
