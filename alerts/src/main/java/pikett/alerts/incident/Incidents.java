package pikett.alerts.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.alerts.alert.Alert;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;

/// Incidents for people: cards, lists, answers. Reads only. Safe for use by many threads.
public final class Incidents {
    private final Store store;
    private final AlertTable alerts = new AlertTable();
    private final IncidentTable incidents = new IncidentTable();
    private final TellingTable tellings = new TellingTable();
    private final TimelineTable timeline = new TimelineTable();
    private final MemoryQuery memories = new MemoryQuery();

    public Incidents(Store store) {
        this.store = store;
    }

    /// An incident with all that belongs to it.
    ///
    /// @param alerts all that ever fired in it, each as it was last, in the order in which they began
    /// @param tellings what each chat was told, and why it was not
    /// @param timeline oldest first
    public record Story(
            Incident incident,
            List<Alert> alerts,
            List<Telling> tellings,
            List<TimelineEntry> timeline) {
        public Story {
            alerts = List.copyOf(alerts);
            tellings = List.copyOf(tellings);
            timeline = List.copyOf(timeline);
        }

        public List<Alert> firing() {
            return alerts.stream().filter(Alert::firing).toList();
        }
    }

    /// All that are not resolved, in the order of their numbers.
    public List<Incident> open() {
        return store.read(incidents::open);
    }

    /// How many are not resolved.
    public int countOpen() {
        return store.read(incidents::countOpen);
    }

    /// All that were open at that time or later, the latest first.
    public List<Incident> history(Instant since) {
        return store.read(transaction -> incidents.since(transaction, since));
    }

    /// An incident, and what began it.
    ///
    /// @param first labels of its first alert
    public record Begun(Incident incident, Labels first) {}

    /// Earlier incidents that opened or were over between these two times, the latest first; only the
    /// five hundred before this one are looked at.
    public List<Begun> before(IncidentNumber number, Instant from, Instant until) {
        return store.read(transaction -> {
            List<Incident> found = incidents.before(transaction, number, from, until);
            Map<IncidentNumber, Labels> first =
                    alerts.firstOf(transaction, found.stream().map(Incident::number).toList());
            return found.stream()
                    .flatMap(incident ->
                            Optional.ofNullable(first.get(incident.number())).stream()
                                    .map(labels -> new Begun(incident, labels)))
                    .toList();
        });
    }

    /// Empty when there never was such a number, or it is forgotten.
    public Optional<Story> byNumber(IncidentNumber number) {
        return store.read(transaction -> story(transaction, number));
    }

    /// An incident, and what is remembered of its alerts.
    public record Remembered(Story story, Memory memory) {}

    /// Both at once, as they were at one moment.
    public Optional<Remembered> remembered(IncidentNumber number, Instant now) {
        return store.read(transaction ->
                story(transaction, number)
                        .map(story ->
                                new Remembered(
                                        story, memory(transaction, number, story.alerts(), now))));
    }

    /// Why chats were told of an incident or not, in the order in which it came to be so.
    public List<Said> reasons(IncidentNumber number) {
        return store.read(transaction -> tellings.reasons(transaction, number));
    }

    private Memory memory(Handle transaction, IncidentNumber number, List<Alert> all, Instant now) {
        List<Fingerprint> fingerprints = all.stream().map(Alert::fingerprint).toList();
        return memories.of(transaction, number, fingerprints, now);
    }

    /// What goes on and is hidden from some chat, in whole or in part.
    public List<Hidden> hidden() {
        return store.read(transaction -> {
            List<Incident> open = incidents.open(transaction);
            Map<IncidentNumber, Map<String, Telling>> told =
                    tellings.of(transaction, open.stream().map(Incident::number).toList());
            return open.stream()
                    .flatMap(incident ->
                            told.getOrDefault(incident.number(), Map.of()).values().stream()
                                    .filter(telling -> !telling.hiding().isEmpty())
                                    .map(telling -> new Hidden(incident, telling)))
                    .toList();
        });
    }

    private Optional<Story> story(Handle transaction, IncidentNumber number) {
        return incidents.byNumbers(transaction, List.of(number)).stream()
                .findFirst()
                .map(row -> story(transaction, row.incident()));
    }

    private Story story(Handle transaction, Incident incident) {
        IncidentNumber number = incident.number();
        Map<String, Telling> told =
                tellings.of(transaction, List.of(number)).getOrDefault(number, Map.of());
        return new Story(
                incident,
                alerts.allOf(transaction, number),
                List.copyOf(told.values()),
                timeline.of(transaction, number));
    }
}
