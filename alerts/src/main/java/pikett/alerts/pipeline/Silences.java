package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.alerts.alert.Alert;
import pikett.alerts.incident.Case;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Silence;
import pikett.alerts.mute.SilenceId;
import pikett.config.Severity;

/// People hide alerts, see what they would hide, and take it back. Safe for use by many threads.
public final class Silences {
    private final Store store;
    private final Round round;
    private final SilenceTable silences = new SilenceTable();

    public Silences(Store store, Round round) {
        this.store = store;
        this.round = round;
    }

    /// What a silence would hide at the moment.
    ///
    /// @param critical how many of them are critical
    /// @param services their names, without repeats
    public record Preview(List<Alert> alerts, int critical, List<String> services) {
        public Preview {
            alerts = List.copyOf(alerts);
            services = List.copyOf(services);
        }
    }

    /// What became of the wish to end a silence.
    public enum Ending {
        /// It hides nothing any more.
        ENDED,
        /// It had not begun, and will not.
        NEVER_BEGAN,
        /// It had ended before.
        WAS_OVER,
        /// There is none of this number.
        UNKNOWN
    }

    public Preview preview(Matchers matchers) {
        List<Alert> hidden =
                store.read(round.ledger()::firing).stream()
                        .filter(alert -> matchers.match(alert.matchable()))
                        .toList();
        long critical =
                hidden.stream().filter(alert -> alert.severity() == Severity.CRITICAL).count();
        List<String> services =
                hidden.stream()
                        .map(alert -> alert.labels().get(Labels.SERVICE))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        return new Preview(hidden, (int) critical, services);
    }

    /// Hides what matches, at once or from the time of the wish on.
    ///
    /// @throws IllegalArgumentException when it would be over already or before it begins, or would hide
    ///     everything
    public Silence silence(SilenceRequest wish) {
        Instant now = round.now();
        check(wish, now);
        return store.write(transaction -> {
            round.ledger().lock(transaction);
            return add(transaction, wish, now);
        });
    }

    /// Ends a silence, and hides what the wish says instead, both at once.
    ///
    /// @return empty when there is none of this number; then nothing is done
    /// @throws IllegalArgumentException as `silence` does
    public Optional<Silence> replace(SilenceId id, SilenceRequest wish) {
        Instant now = round.now();
        check(wish, now);
        return store.write(transaction -> {
            round.ledger().lock(transaction);
            if (silences.find(transaction, id).isEmpty()) {
                return Optional.empty();
            }
            // What both hide is hidden all the time, and nobody is told of it in between.
            Silence added = add(transaction, wish, now);
            end(transaction, id, new Silence.End(now, Silence.Why.ENDED, wish.by()));
            return Optional.of(added);
        });
    }

    private static void check(SilenceRequest wish, Instant now) {
        Instant from = wish.from().orElse(now);
        if (!wish.until().isAfter(now)
                || !wish.until().isAfter(from)
                || wish.matchers().all().isEmpty()) {
            throw new IllegalArgumentException(
                    "a silence has an end in the future, after its beginning, and a matcher");
        }
    }

    private Silence add(Handle transaction, SilenceRequest wish, Instant now) {
        Silence silence = silences.add(transaction, wish, now);
        if (silence.begun()) {
            hide(transaction, silence, now);
        }
        return silence;
    }

    private void hide(Handle transaction, Silence silence, Instant now) {
        TimelineEntry entry =
                new TimelineEntry(
                        now,
                        TimelineEntry.Kind.SILENCED,
                        silence.by(),
                        Long.toString(silence.id().value()));
        look(transaction, silence.matchers(), Optional.of(entry), now);
    }

    /// Begins those whose time has come, and takes back what began while the clock was wrong. To be called
    /// about every second.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when some stay as they were; the next call
    ///     sees to them
    public void followClock(Instant now) {
        for (Silence silence : store.read(transaction -> silences.outOfTime(transaction, now))) {
            store.write(transaction -> {
                round.ledger().lock(transaction);
                if (silences.setRight(transaction, silence.id(), now)) {
                    silences.find(transaction, silence.id())
                            .ifPresent(right -> follow(transaction, right, now));
                }
                return now;
            });
        }
    }

    private void follow(Handle transaction, Silence silence, Instant now) {
        if (silence.begun()) {
            hide(transaction, silence, now);
        } else {
            look(transaction, silence.matchers(), Optional.empty(), now);
        }
    }

    /// Takes a silence back that was just made.
    public Ending undo(SilenceId id, String person) {
        return end(id, Silence.Why.UNDONE, person);
    }

    /// Ends a silence before its time.
    public Ending end(SilenceId id, String person) {
        return end(id, Silence.Why.ENDED, person);
    }

    private Ending end(SilenceId id, Silence.Why why, String person) {
        Instant now = round.now();
        return store.write(transaction -> {
            round.ledger().lock(transaction);
            return end(transaction, id, new Silence.End(now, why, person));
        });
    }

    private Ending end(Handle transaction, SilenceId id, Silence.End end) {
        Optional<Silence> silence = silences.find(transaction, id);
        if (silence.isEmpty()) {
            return Ending.UNKNOWN;
        }
        if (silence.get().over(end.at())) {
            return Ending.WAS_OVER;
        }
        silences.end(transaction, id, end);
        look(transaction, silence.get().matchers(), Optional.empty(), end.at());
        return silence.get().begun() ? Ending.ENDED : Ending.NEVER_BEGAN;
    }

    /// Those that hide now or will, and those that were over since a time; the one that ends first before
    /// the others.
    public List<Silence> since(Instant since) {
        return store.read(transaction -> silences.since(transaction, since));
    }

    /// Those that hide now, the one that ends first before the others, and then those that will, in the
    /// order in which they begin.
    public List<Silence> current() {
        Instant now = round.now();
        return since(now).stream()
                .filter(silence -> !silence.over(now))
                .sorted(
                        Comparator.comparing((Silence silence) -> !silence.begun())
                                .thenComparing(silence ->
                                        silence.begun() ? silence.until() : silence.from()))
                .toList();
    }

    /// Those that hide now, the one that ends first before the others.
    public List<Silence> active() {
        return store.read(this::active);
    }

    /// The same, as part of the caller's transaction.
    public List<Silence> active(Handle transaction) {
        return silences.active(transaction, round.now());
    }

    public Optional<Silence> find(SilenceId id) {
        return store.read(transaction -> silences.find(transaction, id));
    }

    /// Looks again at the incidents that a silence concerns.
    private void look(
            Handle transaction, Matchers matchers, Optional<TimelineEntry> entry, Instant now) {
        List<IncidentNumber> concerned =
                round.ledger().firingFiled(transaction).stream()
                        .filter(filed -> matchers.match(filed.alert().matchable()))
                        .flatMap(filed -> filed.incident().stream())
                        .distinct()
                        .toList();
        Map<IncidentNumber, Case> cases =
                new LinkedHashMap<>(round.ledger().cases(transaction, concerned));
        cases.replaceAll((_, open) -> open.with(List.of(), entry.stream().toList()));
        round.run(transaction, cases.values(), now);
    }
}
