package pikett.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.alerts.incident.TimelineEntry.Kind;
import pikett.alerts.label.Fingerprint;

/// Looks up what is remembered. Part of the caller's transaction.
final class MemoryQuery {
    private static final Duration WEEK = Duration.ofDays(7);

    private final IncidentTable incidents = new IncidentTable();
    private final TimelineTable timeline = new TimelineTable();

    Memory of(
            Handle transaction,
            IncidentNumber number,
            Collection<Fingerprint> alerts,
            Instant now) {
        List<String> fingerprints = alerts.stream().map(Fingerprint::value).toList();
        if (fingerprints.isEmpty()) {
            return new Memory(1, Optional.empty());
        }
        int times =
                transaction
                        .createQuery(
                                """
                                SELECT COUNT(DISTINCT incident) FROM alerts
                                WHERE fingerprint IN (<fingerprints>) AND incident <= :number
                                    AND starts_at >= :since
                                """)
                        .bindList("fingerprints", fingerprints)
                        .bind("number", number.value())
                        .bind("since", now.minus(WEEK).toEpochMilli())
                        .mapTo(Integer.class)
                        .one();
        return new Memory(Math.max(1, times), last(transaction, number, fingerprints));
    }

    private Optional<Memory.Last> last(
            Handle transaction, IncidentNumber number, List<String> fingerprints) {
        return transaction
                .createQuery(
                        """
                        SELECT MAX(a.incident) FROM alerts a
                        JOIN incidents i ON i.number = a.incident AND i.state = 'RESOLVED'
                        WHERE a.fingerprint IN (<fingerprints>) AND a.incident < :number
                        """)
                .bindList("fingerprints", fingerprints)
                .bind("number", number.value())
                .mapTo(Long.class)
                .findOne()
                .map(IncidentNumber::new)
                .flatMap(last ->
                        incidents.byNumbers(transaction, List.of(last)).stream().findFirst())
                .map(row -> last(transaction, row.incident()));
    }

    private Memory.Last last(Handle transaction, Incident incident) {
        Instant over = incident.resolvedAt().orElse(incident.openedAt());
        Optional<Memory.Fix> fix =
                timeline.of(transaction, incident.number()).stream()
                        .filter(entry -> entry.kind() == Kind.ACTED && !entry.at().isAfter(over))
                        .reduce((_, later) -> later)
                        .map(entry ->
                                new Memory.Fix(
                                        entry.who(),
                                        entry.detail(),
                                        Duration.between(entry.at(), over)));
        return new Memory.Last(incident.number(), fix, Duration.between(incident.openedAt(), over));
    }
}
