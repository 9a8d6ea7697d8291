package pikett.alerts.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pikett.alerts.alert.Alert;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.alerts.outbox.Subject;

/// Where the pipeline reads alerts and incidents and writes down what became of them, as part of its
/// transaction. Decides nothing.
public final class IncidentLedger {
    private final AlertTable alerts = new AlertTable();
    private final IncidentTable incidents = new IncidentTable();
    private final TellingTable tellings = new TellingTable();
    private final TimelineTable timeline = new TimelineTable();

    /// Makes other writers of incidents wait until this transaction ends.
    public void lock(Handle transaction) {
        incidents.reserve(transaction, 0);
    }

    /// Numbers for new incidents, in order.
    public List<IncidentNumber> newNumbers(Handle transaction, int howMany) {
        long last = incidents.reserve(transaction, howMany);
        List<IncidentNumber> numbers = new ArrayList<>();
        for (int index = 1; index <= howMany; index++) {
            numbers.add(new IncidentNumber(last + index));
        }
        return numbers;
    }

    /// The alerts of these fingerprints as they are known so far.
    public Map<Fingerprint, Filed> known(Handle transaction, Collection<Fingerprint> fingerprints) {
        return alerts.latest(transaction, fingerprints).stream()
                .collect(
                        Collectors.toMap(
                                filed -> filed.alert().fingerprint(), Function.identity()));
    }

    /// Every alert that fires.
    public List<Alert> firing(Handle transaction) {
        return alerts.firing(transaction).stream().map(Filed::alert).toList();
    }

    /// Every alert that fires, with its incident.
    public List<Filed> firingFiled(Handle transaction) {
        return alerts.firing(transaction);
    }

    /// All that are not resolved, in the order of their numbers.
    public List<Incident> open(Handle transaction) {
        return incidents.open(transaction);
    }

    /// All that were open at that time or later, the latest first.
    public List<Incident> since(Handle transaction, Instant since) {
        return incidents.since(transaction, since);
    }

    /// These incidents in one line each, in the order of their numbers.
    public List<Headline> headlines(Handle transaction, Collection<IncidentNumber> numbers) {
        Map<IncidentNumber, Labels> first = alerts.firstOf(transaction, numbers);
        return incidents.byNumbers(transaction, numbers).stream()
                .map(IncidentTable.Row::incident)
                .sorted(Comparator.comparingLong(incident -> incident.number().value()))
                .map(incident ->
                        new Headline(
                                incident,
                                first.getOrDefault(incident.number(), incident.group().labels())))
                .toList();
    }

    /// The last incident of each of these groups, open or not.
    public Map<GroupKey, Incident> lastOf(Handle transaction, Collection<GroupKey> groups) {
        return incidents.lastOf(transaction, groups).stream()
                .collect(Collectors.toMap(Incident::group, Function.identity()));
    }

    /// Everything about these incidents.
    public Map<IncidentNumber, Case> cases(Handle transaction, Collection<IncidentNumber> numbers) {
        Map<IncidentNumber, Map<Fingerprint, Alert>> members = new HashMap<>();
        for (Filed filed : alerts.latestOf(transaction, numbers)) {
            filed.incident()
                    .ifPresent(number ->
                            members.computeIfAbsent(number, _ -> new HashMap<>())
                                    .put(filed.alert().fingerprint(), filed.alert()));
        }
        Map<IncidentNumber, Map<String, Telling>> told = tellings.of(transaction, numbers);
        Map<IncidentNumber, Case> cases = new HashMap<>();
        for (IncidentTable.Row row : incidents.byNumbers(transaction, numbers)) {
            IncidentNumber number = row.incident().number();
            cases.put(
                    number,
                    new Case(
                            row.incident(),
                            row.card(),
                            members.getOrDefault(number, Map.of()),
                            told.getOrDefault(number, Map.of()),
                            List.of()));
        }
        return cases;
    }

    /// The incidents for which time alone changes something by now, the worst first.
    public List<IncidentNumber> due(Handle transaction, Instant now, int atMost) {
        return incidents.due(transaction, now, atMost);
    }

    /// Has all incidents looked at again that a mute concerns, at the next look at the clock.
    ///
    /// @param onlyHeld whether something can only have become visible, not hidden
    public void wake(Handle transaction, Instant now, boolean onlyHeld) {
        incidents.wake(transaction, now, onlyHeld);
    }

    /// Has one incident looked at again, at the next look at the clock.
    public void wake(Handle transaction, Instant now, IncidentNumber incident) {
        incidents.wake(transaction, now, incident);
    }

    /// Has a chat told again, at the next look, of what goes on and was last told there by one of these
    /// subjects: it did not arrive.
    public void undelivered(Handle transaction, String chat, Set<Subject> lost) {
        tellings.undelivered(transaction, chat, lost);
    }

    /// Adds to the timeline of an incident, and changes nothing else of it.
    public void note(Handle transaction, IncidentNumber number, TimelineEntry entry) {
        timeline.add(transaction, number, List.of(entry));
    }

    public void saveAlerts(Handle transaction, Collection<Filed> changed) {
        alerts.save(transaction, changed);
    }

    public void save(Handle transaction, Collection<Case.Assessed> assessed, Instant now) {
        incidents.save(transaction, assessed);
        tellings.save(transaction, assessed, now);
        timeline.add(transaction, assessed);
    }
}
