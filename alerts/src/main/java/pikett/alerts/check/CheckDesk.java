package pikett.alerts.check;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.alert.Report;
import pikett.alerts.reading.Reading;

/// Where sightings are handed in, and where they become reports.
///
/// Handing in and asking are safe for use by many threads; one thread at a time settles.
public final class CheckDesk {
    /// How many looks, and how many readings, wait for a database that is away; then the oldest are lost.
    static final int MOST = 1000;

    private final CheckStates states;
    private final Reports reports;
    private final Queue<Handed> handed = new ConcurrentLinkedQueue<>();
    private final Map<String, Sighting> last = new ConcurrentHashMap<>();
    private volatile Map<String, Check> checks = Map.of();
    private volatile Horizon horizon = Horizon.EMPTY;
    private Set<String> ended = Set.of();
    private final Deque<Handed.OfCheck> looks = new ArrayDeque<>();
    private final Deque<Read> read = new ArrayDeque<>();
    private final Map<String, Handed.OfCheck> doubted = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    /// Takes what is to be reported, as part of the caller's transaction: what a check has come to and what
    /// was reported of it become durable together. Otherwise a crash between the two would leave an alert
    /// that nobody ends, or one that nobody raises again.
    public interface Reports {
        void accept(Handle transaction, List<Report> reports);
    }

    /// What a look of a check read.
    public record Read(String check, Reading.Known reading) {}

    /// Something that was seen.
    private sealed interface Handed {
        record OfCheck(Check check, Sighting sighting) implements Handed {}

        record OfWitness(String name, boolean reached, Instant at) implements Handed {}
    }

    /// @param reports takes what is to be reported; what it throws leaves all as it was. Is the database
    ///     away, the same looks report it again when it is back; otherwise the next ones do
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

    /// Settles all that was handed in, and what could not be kept before.
    ///
    /// @return ids of checks that should look at once, because it cannot be told who is to blame: the others
    ///     once, and when they have told the one that was not reached
    /// @throws StoreUnavailableException when nothing of it was kept; it waits for the next settling
    public Set<String> settle(Instant now) {
        Map<String, Check> current = checks;
        take(current);
        boolean waits = false;
        try {
            settle(current, now);
            return soon(current, now);
        } catch (StoreUnavailableException e) {
            waits = true;
            throw e;
        } finally {
            if (!waits) {
                looks.clear();
            }
        }
    }

    private Outlook outlook(Handed.OfCheck look, Instant now) {
        return look.sighting().reached().orElse(true)
                ? Outlook.SEEN
                : Targets.of(look.check())
                        .map(target -> horizon.of(target, now))
                        .orElse(Outlook.SEEN);
    }

    private Set<String> soon(Map<String, Check> current, Instant now) {
        Set<String> soon = new HashSet<>();
        doubted.forEach((check, look) -> {
            if (outlook(look, now) == Outlook.GONE) {
                soon.add(check);
            }
        });
        looks.forEach(look -> doubted.put(look.check().id(), look));
        doubted.values().removeIf(look -> outlook(look, now) != Outlook.UNSURE);
        soon.addAll(witnesses(current));
        return soon;
    }

    /// Hands on what was read, each look once, in the order in which they came. What the database is away
    /// for is handed on again.
    public void handOn(Consumer<List<Read>> keeper) {
        if (read.isEmpty()) {
            return;
        }
        boolean waits = false;
        try {
            keeper.accept(List.copyOf(read));
        } catch (StoreUnavailableException e) {
            waits = true;
            throw e;
        } finally {
            if (!waits) {
                read.clear();
            }
        }
    }

    private void settle(Map<String, Check> current, Instant now) {
        CheckRound round = new CheckRound(states.all(), horizon, now);
        looks.forEach(look -> round.saw(look.check(), look.sighting()));
        round.lookAround();
        if (!ended.equals(current.keySet())) {
            round.onlyThese(current.keySet());
        }
        round.forget();
        states.put(round.next(), round.reports(), reports);
        ended = current.keySet();
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

    /// What was begun under a configuration that is no more counts for nothing.
    private static boolean counts(Handed.OfCheck look, Map<String, Check> current) {
        return look.check().equals(current.get(look.check().id()));
    }

    private void take(Map<String, Check> current) {
        looks.removeIf(look -> !counts(look, current));
        doubted.values().removeIf(look -> !counts(look, current));
        newest(looks);
        newest(read);
        Horizon seen = horizon;
        for (Handed each = handed.poll(); each != null; each = handed.poll()) {
            switch (each) {
                case Handed.OfWitness(String name, boolean reached, Instant at) ->
                        seen = seen.with(Targets.witness(name), reached, at);
                case Handed.OfCheck look -> {
                    if (counts(look, current)) {
                        looks.add(look);
                        doubted.remove(look.check().id());
                        if (look.sighting().reading().orElse(null) instanceof Reading.Known known) {
                            read.add(new Read(look.check().id(), known));
                        }
                        last.put(look.check().id(), look.sighting());
                        seen = with(seen, look);
                    }
                }
            }
        }
        horizon = seen.only(targets(current.values()));
    }

    private static void newest(Deque<?> left) {
        while (left.size() > MOST) {
            left.removeFirst();
        }
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

    private Set<String> witnesses(Map<String, Check> current) {
        if (doubted.isEmpty()) {
            asked.clear();
            return Set.of();
        }
        Set<String> failing =
                targets(doubted.values().stream().map(Handed.OfCheck::check).toList());
        Set<String> soon = new HashSet<>();
        for (Check check : current.values()) {
            if (Targets.of(check).filter(target -> !failing.contains(target)).isPresent()
                    && asked.add(check.id())) {
                soon.add(check.id());
            }
        }
        return soon;
    }
}
