package pikett.alerts.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Handle;
import pikett.alerts.alert.Report;
import pikett.alerts.reading.Reading;

/// Where sightings are handed in, and where they become reports.
///
/// Handing in and asking are safe for use by many threads; one thread at a time settles.
public final class CheckDesk {
    private final CheckStates states;
    private final Reports reports;
    private final Queue<Handed> handed = new ConcurrentLinkedQueue<>();
    private final Map<String, Sighting> last = new ConcurrentHashMap<>();
    private volatile Map<String, Check> checks = Map.of();
    private volatile Horizon horizon = Horizon.EMPTY;
    private Set<String> ended = Set.of();

    /// Takes what is to be reported, as part of the caller's transaction: what a check has come to and what
    /// was reported of it become durable together. Otherwise a crash between the two would leave an alert
    /// that nobody ends, or one that nobody raises again.
    public interface Reports {
        void accept(Handle transaction, List<Report> reports);
    }

    /// What a settling came to.
    ///
    /// @param soon ids of checks that should look at once, because it cannot be told who is to blame
    /// @param read what was read, by the id of the check; of several looks the last
    public record Settled(Set<String> soon, Map<String, Reading.Known> read) {
        public Settled {
            soon = Set.copyOf(soon);
            read = Map.copyOf(read);
        }
    }

    /// Something that was seen.
    private sealed interface Handed {
        record OfCheck(Check check, Sighting sighting) implements Handed {}

        record OfWitness(String name, boolean reached, Instant at) implements Handed {}
    }

    /// @param reports takes what is to be reported; what it throws leaves all as it was, so that the
    ///     next looks report it again
    public CheckDesk(CheckStates states, Reports reports) {
        this.states = states;
        this.reports = reports;
    }

    /// From now on these are looked at; what fires for others ends with the next settling.
    public void plan(Collection<Check> planned) {
        Map<String, Check> next = new ConcurrentHashMap<>();
        planned.forEach(check -> next.put(check.id(), check));
        checks = Map.copyOf(next);
        last.keySet().retainAll(next.keySet());
    }

    /// A look of a check is over.
    public void saw(Check check, Sighting sighting) {
        handed.add(new Handed.OfCheck(check, sighting));
    }

    /// Something that is no check, such as the connection to the chat, tells whether we see.
    public void witnessed(String name, boolean reached, Instant at) {
        handed.add(new Handed.OfWitness(name, reached, at));
    }

    /// Settles all that was handed in.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when nothing of it was kept
    public Settled settle(Instant now) {
        Map<String, Check> current = checks;
        List<Handed.OfCheck> looks = taken(current);
        CheckRound round = new CheckRound(states.all(), horizon, now);
        looks.forEach(look -> round.saw(look.check(), look.sighting()));
        round.lookAround();
        if (!ended.equals(current.keySet())) {
            round.onlyThese(current.keySet());
        }
        round.forget();
        states.put(round.next(), round.reports(), reports);
        ended = current.keySet();
        return new Settled(unsure(looks, current, now), read(looks));
    }

    /// What the last look of a check brought; empty before the first.
    public Optional<Sighting> last(String check) {
        return Optional.ofNullable(last.get(check));
    }

    /// What the alerts of a check have come to; those that are quiet are left out.
    public Map<AlertKey, CheckState> states(String check) {
        Map<AlertKey, CheckState> found = new HashMap<>();
        states.all()
                .forEach((key, state) -> {
                    if (key.check().equals(check) && !state.quiet()) {
                        found.put(key, state);
                    }
                });
        return found;
    }

    private List<Handed.OfCheck> taken(Map<String, Check> current) {
        List<Handed.OfCheck> looks = new ArrayList<>();
        Horizon seen = horizon;
        for (Handed each = handed.poll(); each != null; each = handed.poll()) {
            switch (each) {
                case Handed.OfWitness(String name, boolean reached, Instant at) ->
                        seen = seen.with(Targets.witness(name), reached, at);
                case Handed.OfCheck look -> {
                    // What was begun under a configuration that is no more counts for nothing.
                    if (look.check().equals(current.get(look.check().id()))) {
                        looks.add(look);
                        last.put(look.check().id(), look.sighting());
                        seen = with(seen, look);
                    }
                }
            }
        }
        horizon = seen.only(targets(current.values()));
        return looks;
    }

    private static Map<String, Reading.Known> read(List<Handed.OfCheck> looks) {
        Map<String, Reading.Known> read = new HashMap<>();
        for (Handed.OfCheck look : looks) {
            if (look.sighting().reading().orElse(null) instanceof Reading.Known known) {
                read.put(look.check().id(), known);
            }
        }
        return read;
    }

    private static Horizon with(Horizon seen, Handed.OfCheck look) {
        Optional<String> target = Targets.of(look.check());
        Optional<Boolean> reached = look.sighting().reached();
        return target.isPresent() && reached.isPresent()
                ? seen.with(target.get(), reached.get(), look.sighting().at())
                : seen;
    }

    private static Set<String> targets(Collection<Check> checks) {
        Set<String> targets = new HashSet<>();
        checks.forEach(check -> Targets.of(check).ifPresent(targets::add));
        return targets;
    }

    private Set<String> unsure(
            List<Handed.OfCheck> looks, Map<String, Check> current, Instant now) {
        boolean unsure =
                looks.stream()
                        .flatMap(look -> Targets.of(look.check()).stream())
                        .anyMatch(target -> horizon.of(target, now) == Outlook.UNSURE);
        Set<String> soon = new HashSet<>();
        if (unsure) {
            current.values().stream()
                    .filter(check -> Targets.of(check).isPresent())
                    .forEach(check -> soon.add(check.id()));
        }
        return soon;
    }
}
