package pikett.alerts.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pikett.alerts.incident.IncidentLedger;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Scene;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxOverview.Late;
import pikett.alerts.outbox.Subject;
import pikett.alerts.storm.Storm;

/// Finds what is critical and did not arrive in time in some chat, so that the fallback is told of it,
/// once. That is remembered with the incident: neither a restart nor another failure tells it again. Part
/// of the caller's transaction.
final class LateDesk {
    /// What was given up and is older was told by the fallback long ago, or there was none then.
    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    private final IncidentLedger ledger;
    private final StormTable storms = new StormTable();

    LateDesk(IncidentLedger ledger) {
        this.ledger = ledger;
    }

    /// What was found late just now.
    ///
    /// @param incidents that nobody has yet, and of which the fallback does not know
    /// @param lost what was given up of them, by the names of the chats
    record Found(Set<IncidentNumber> incidents, Map<String, Set<Subject>> lost) {}

    Found find(Handle transaction, OutboxOverview outbox, NotifyRules rules, Instant now) {
        Optional<Fallback> fallback = rules.fallback();
        if (fallback.isEmpty()) {
            return new Found(Set.of(), Map.of());
        }
        List<Late> late =
                outbox.late(
                        transaction,
                        rules.chats().values().stream()
                                .map(chat -> chat.to().channel())
                                .collect(Collectors.toSet()),
                        now.minus(WORTH_TELLING),
                        now.minus(fallback.get().after()));
        Map<Late, Set<IncidentNumber>> about = new LinkedHashMap<>();
        late.forEach(each -> about.put(each, about(transaction, each.subject())));
        Set<IncidentNumber> news = new TreeSet<>();
        about.values().forEach(news::addAll);
        news.retainAll(open(transaction, news));
        Map<String, Set<Subject>> lost = new LinkedHashMap<>();
        about.forEach((each, incidents) -> {
            if (each.lost() && !Collections.disjoint(incidents, news)) {
                rules.chats().values().stream()
                        .filter(chat -> chat.to().equals(each.at()))
                        .forEach(chat ->
                                lost.computeIfAbsent(chat.name(), _ -> new HashSet<>())
                                        .add(each.subject()));
            }
        });
        return new Found(news, lost);
    }

    private Set<IncidentNumber> about(Handle transaction, Subject subject) {
        Set<IncidentNumber> incidents = new HashSet<>();
        IncidentNumber.of(subject).ifPresent(incidents::add);
        Storm.of(subject)
                .flatMap(key -> storms.find(transaction, key.chat(), key.beganAt()))
                .ifPresent(storm -> incidents.addAll(storms.members(transaction, storm)));
        return incidents;
    }

    /// Writes down that they are late, and has them looked at. A chat that works but lost its message is
    /// told again, for nobody else would tell it when Telegram is back.
    void note(Handle transaction, Found found, Instant now) {
        found.lost().forEach((chat, lost) -> ledger.undelivered(transaction, chat, lost));
        for (IncidentNumber incident : found.incidents()) {
            transaction
                    .createUpdate(
                            """
                            INSERT INTO late_incidents (incident, noted_at) VALUES (:incident, :now)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("incident", incident.value())
                    .bind("now", now.toEpochMilli())
                    .execute();
            ledger.wake(transaction, now, incident);
        }
    }

    /// What the fallback is told of while it goes on.
    Scene.Late late(Handle transaction, NotifyRules rules) {
        List<String> to = rules.fallback().map(Fallback::to).orElse(List.of());
        if (to.isEmpty()) {
            return new Scene.Late(Set.of(), to);
        }
        Set<IncidentNumber> incidents =
                transaction
                        .createQuery(
                                """
                                SELECT l.incident FROM late_incidents l
                                JOIN incidents i ON i.number = l.incident
                                WHERE i.state <> 'RESOLVED'
                                """)
                        .mapTo(Long.class)
                        .map(IncidentNumber::new)
                        .collect(Collectors.toSet());
        return new Scene.Late(incidents, to);
    }

    /// Those that go on, nobody has, and were not noted before.
    private static Set<IncidentNumber> open(Handle transaction, Set<IncidentNumber> incidents) {
        if (incidents.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                transaction
                        .createQuery(
                                """
                                SELECT number FROM incidents i WHERE state = 'OPEN' AND NOT EXISTS (
                                    SELECT 1 FROM late_incidents l WHERE l.incident = i.number)
                                """)
                        .mapTo(Long.class)
                        .map(IncidentNumber::new)
                        .list());
    }
}
