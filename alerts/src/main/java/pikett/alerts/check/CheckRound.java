package pikett.alerts.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.label.AlertName;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// What sightings come to: the next states, and what is to be reported. Decides only; writes nothing.
///
/// For one thread, for one round.
public final class CheckRound {
    /// The source of all reports about checks.
    public static final String SOURCE = "check";

    /// The alert that says that Pikett itself reaches nothing.
    public static final AlertKey BLIND =
            new AlertKey(
                    "pikett-blind",
                    Labels.NONE.with(Labels.ALERT_NAME, AlertName.PIKETT_BLIND.text()));

    private static final Patience AT_ONCE = new Patience(Duration.ZERO, Duration.ZERO);

    private final Map<AlertKey, CheckState> before;
    private final Horizon horizon;
    private final Instant now;
    private final Map<AlertKey, CheckState> next = new HashMap<>();
    private final List<Report> reports = new ArrayList<>();

    /// The alerts that one of these looks may change without mentioning them, by their check: in a storm
    /// thousands of looks find thousands of alerts.
    private final Map<String, Set<AlertKey>> known = new HashMap<>();

    /// @param before all states that are not quiet, and those that remember when they fired
    /// @param horizon with all sightings of this round
    public CheckRound(Map<AlertKey, CheckState> before, Horizon horizon, Instant now) {
        this.before = before;
        this.horizon = horizon;
        this.now = now;
        before.forEach((key, state) -> {
            if (!state.quiet()) {
                know(key);
            }
        });
    }

    /// One look of a check. A look that could not be read, and one that met our own blindness, change
    /// nothing.
    public void saw(Check check, Sighting sighting) {
        if (sighting.unread().isPresent() || !believed(check, sighting)) {
            return;
        }
        Set<AlertKey> mentioned = new HashSet<>();
        for (Finding finding : sighting.findings()) {
            AlertKey key = new AlertKey(check.id(), finding.labels());
            mentioned.add(key);
            step(key, finding, sighting.at(), check.patience());
        }
        // Of what is not reached the parts cannot be told, so that nobody mentions them.
        Levels rest = sighting.reached().orElse(true) ? Levels.CLEAR : Levels.UNKNOWN;
        for (AlertKey key : List.copyOf(known.getOrDefault(check.id(), Set.of()))) {
            if (!mentioned.contains(key)) {
                Finding unmentioned =
                        new Finding(key.labels(), rest, Facts.NONE, Set.of(), sighting.unfound());
                step(key, unmentioned, sighting.at(), check.patience());
            }
        }
    }

    /// What is said of our own blindness. To be called once, after all sightings.
    public void lookAround() {
        Optional<Instant> since = horizon.blindSince(now);
        Levels levels = since.isPresent() ? new Levels(Truth.HOLDS, Truth.HOLDS) : Levels.CLEAR;
        step(BLIND, plain(BLIND, levels), since.orElse(now), AT_ONCE);
    }

    /// Ends what fires for checks that are no more.
    ///
    /// @param checks the ids of those that are
    public void onlyThese(Set<String> checks) {
        List<AlertKey> all = known.values().stream().flatMap(Set::stream).toList();
        for (AlertKey key : all) {
            if (!checks.contains(key.check()) && !key.equals(BLIND)) {
                step(key, plain(key, Levels.CLEAR), now, AT_ONCE);
            }
        }
    }

    /// Forgets what was over long ago.
    public void forget() {
        before.forEach((key, state) -> {
            if (!next.containsKey(key) && state.forgettable(now)) {
                next.put(key, CheckState.QUIET);
            }
        });
    }

    /// All states that this round gave.
    public Map<AlertKey, CheckState> next() {
        return Map.copyOf(next);
    }

    public List<Report> reports() {
        return List.copyOf(reports);
    }

    private boolean believed(Check check, Sighting sighting) {
        return switch (check.place()) {
            case Place.Here _ -> true;
            case Place.Behind(String host) -> horizon.of(Targets.host(host), now) == Outlook.SEEN;
            case Place.AtHost _, Place.Outside _ ->
                    sighting.reached().orElse(true)
                            || Targets.of(check)
                                    .map(target -> horizon.of(target, now))
                                    .filter(outlook -> outlook != Outlook.GONE)
                                    .isEmpty();
        };
    }

    private static Finding plain(AlertKey key, Levels levels) {
        return new Finding(key.labels(), levels, Facts.NONE);
    }

    private void step(AlertKey key, Finding finding, Instant at, Patience patience) {
        CheckState state = of(key);
        Levels levels = finding.levels(state.held());
        CheckState after =
                state.next(levels, at, patience).holding(finding.heldAfter(state.held()));
        next.put(key, after);
        know(key);
        // While it waits whether it is over for good, nothing new is told: what was bad stays told.
        if (after.firing() && levels.warning() == Truth.HOLDS) {
            reports.add(report(key, Status.FIRING, after, at, finding.facts()));
        } else if (state.firing() && !after.firing()) {
            reports.add(report(key, Status.RESOLVED, state, at, finding.facts()));
        }
    }

    /// The clock may have been put back since it began to fire; it was seen after that all the same.
    ///
    /// @param firing the state while it fires, or the last one that did
    private static Report report(
            AlertKey key, Status status, CheckState firing, Instant at, Facts facts) {
        Instant since = firing.firingSince().orElse(at);
        return new Report(
                SOURCE,
                key.labels(),
                status,
                firing.severity().orElse(Severity.WARNING),
                since,
                at.isBefore(since) ? since : at,
                facts);
    }

    private CheckState of(AlertKey key) {
        return next.getOrDefault(key, before.getOrDefault(key, CheckState.QUIET));
    }

    private void know(AlertKey key) {
        known.computeIfAbsent(key.check(), _ -> new HashSet<>()).add(key);
    }
}
