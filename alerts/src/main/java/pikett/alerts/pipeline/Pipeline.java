package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import pikett.adapters.failpoint.FailPoint;
import pikett.adapters.store.Store;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Report;
import pikett.alerts.incident.Case;
import pikett.alerts.incident.Filed;
import pikett.alerts.incident.GroupKey;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.TimelineEntry;

/// Takes reports in: what they change, the incidents, who is told and why, and the messages become
/// durable together, or not at all.
///
/// Safe for use by many threads, and by many processes on one database.
public final class Pipeline {
    private final Store store;
    private final Round round;

    public Pipeline(Store store, Round round) {
        this.store = store;
        this.round = round;
    }

    /// What came of a batch.
    ///
    /// @param changed how many alerts are no longer as they were
    /// @param incidents that were opened, or looked at again
    public record Accepted(int changed, Set<IncidentNumber> incidents) {
        public Accepted {
            incidents = Set.copyOf(incidents);
        }
    }

    /// Takes a batch of reports, in any order, with repeats. When this returns, it is kept.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when nothing of it was kept
    public Accepted accept(Collection<Report> reports) {
        return reports.isEmpty()
                ? new Accepted(0, Set.of())
                : store.write(transaction -> accept(transaction, reports));
    }

    /// The same, as part of the caller's transaction.
    public Accepted accept(Handle transaction, Collection<Report> reports) {
        round.ledger().lock(transaction);
        return acceptUnderLock(transaction, reports);
    }

    /// The same, where the transaction holds the lock of the ledger already.
    Accepted acceptUnderLock(Handle transaction, Collection<Report> reports) {
        Instant now = round.now();
        Grouping grouping =
                new Grouping(
                        reports,
                        round.ledger().known(transaction, Grouping.merged(reports).keySet()),
                        round.rules().groupBy(),
                        now);
        if (grouping.changesNothing()) {
            return new Accepted(0, Set.of());
        }
        Map<IncidentNumber, Case> cases = new LinkedHashMap<>();
        Map<GroupKey, Incident> open = opened(transaction, grouping, cases);
        List<Filed> filed = grouping.filed(open);
        cases.putAll(missing(transaction, filed, cases));
        round.save(transaction, filed);
        join(cases, filed, grouping);
        round.run(transaction, cases.values(), now);
        if (grouping.endsSomething()) {
            round.ledger().wake(transaction, now, true);
        }
        FailPoint.BEFORE_COMMIT.pass();
        return new Accepted(filed.size(), cases.keySet());
    }

    /// The open incident of each group in which something begins; new ones are put into the cases.
    private Map<GroupKey, Incident> opened(
            Handle transaction, Grouping grouping, Map<IncidentNumber, Case> cases) {
        Set<GroupKey> groups = grouping.beginning();
        Map<GroupKey, Incident> last = round.ledger().lastOf(transaction, groups);
        Map<GroupKey, Incident> open = new HashMap<>();
        List<GroupKey> without = new ArrayList<>();
        for (GroupKey group : groups) {
            Incident before = last.get(group);
            if (before == null || before.resolved()) {
                without.add(group);
            } else {
                open.put(group, before);
            }
        }
        List<IncidentNumber> numbers = round.ledger().newNumbers(transaction, without.size());
        for (int index = 0; index < without.size(); index++) {
            GroupKey group = without.get(index);
            Case opened =
                    grouping.opened(
                            numbers.get(index), group, Optional.ofNullable(last.get(group)));
            open.put(group, opened.incident());
            cases.put(opened.incident().number(), opened);
        }
        return open;
    }

    private Map<IncidentNumber, Case> missing(
            Handle transaction, List<Filed> filed, Map<IncidentNumber, Case> cases) {
        List<IncidentNumber> missing =
                filed.stream()
                        .flatMap(each -> each.incident().stream())
                        .distinct()
                        .filter(number -> !cases.containsKey(number))
                        .toList();
        return round.ledger().cases(transaction, missing);
    }

    private static void join(
            Map<IncidentNumber, Case> cases, List<Filed> filed, Grouping grouping) {
        Map<IncidentNumber, List<Alert>> changed = new HashMap<>();
        for (Filed each : filed) {
            each.incident()
                    .ifPresent(number ->
                            changed.computeIfAbsent(number, _ -> new ArrayList<>())
                                    .add(each.alert()));
        }
        Map<IncidentNumber, List<TimelineEntry>> news = grouping.news(filed);
        cases.replaceAll((number, before) ->
                before.with(
                        changed.getOrDefault(number, List.of()),
                        news.getOrDefault(number, List.of())));
    }
}
