package pikett.alerts.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// Where beats are handed in, and kept. Safe for use by many threads, and by many processes on one
/// database.
///
/// Everything here throws [pikett.adapters.store.StoreUnavailableException] when the database did not do
/// it; then nothing was kept.
public final class Heartbeats {
    /// How often Pikett says that it is there, see [#awake(Instant)].
    public static final Duration AWAKE_EVERY = Duration.ofSeconds(15);

    /// Who has not said for so long that it is there was not: its machine slept, it was stopped, or its
    /// database was away and every beat refused.
    static final Duration MISSED = Duration.ofSeconds(90);

    /// A clock that is further behind what was heard already was put back; beats then count in the order
    /// in which they come.
    private static final Duration PUT_BACK = Duration.ofSeconds(10);

    private final Store store;
    private final Map<String, Expectation> expectations = new LinkedHashMap<>();
    private final HeartbeatTable table = new HeartbeatTable();

    public Heartbeats(Store store, Collection<Expectation> expectations) {
        this.store = store;
        expectations.forEach(each -> this.expectations.put(each.name(), each));
    }

    /// All heartbeats, in the order in which they were given.
    public List<Expectation> all() {
        return List.copyOf(expectations.values());
    }

    /// Pikett starts: until now nobody could be heard. Those that are new are counted from now, those
    /// that are no more forgotten. To be called before anybody can be heard.
    public void begin(Instant now) {
        store.write(transaction -> {
            onlyThese(transaction, now);
            return was(transaction, Duration.ZERO, now);
        });
    }

    /// These take the place of others while Pikett goes on: those that are new are counted from now, those
    /// that are no more forgotten, and nobody is excused.
    public void goOn(Instant now) {
        store.write(transaction -> onlyThese(transaction, now));
    }

    private int onlyThese(Handle transaction, Instant now) {
        Set<String> gone = new HashSet<>(table.names(transaction));
        expectations.keySet().forEach(name -> table.know(transaction, name, now));
        gone.removeAll(expectations.keySet());
        table.forget(transaction, gone);
        return gone.size();
    }

    /// Pikett is there, and could be heard since the last time, unless that was too long ago. Those that
    /// are not known yet, because the database was away when they came, are counted from now.
    public void awake(Instant now) {
        store.write(transaction -> {
            Set<String> known = table.names(transaction);
            expectations.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> table.know(transaction, name, now));
            return was(transaction, MISSED, now);
        });
    }

    /// @param silence for how long nobody says anything and is there all the same
    private boolean was(Handle transaction, Duration silence, Instant now) {
        Optional<Instant> from =
                table.lastAwake(transaction).filter(last -> last.plus(silence).isBefore(now));
        from.ifPresent(last -> excuse(transaction, new Absence(last, now)));
        table.awake(transaction, now);
        return from.isPresent();
    }

    private void excuse(Handle transaction, Absence absence) {
        for (Expectation expectation : expectations.values()) {
            String name = expectation.name();
            table.know(transaction, name, absence.to());
            table.one(transaction, name)
                    .ifPresent(heard ->
                            table.save(transaction, name, expectation.excused(heard, absence)));
        }
    }

    /// A job calls in. When this returns, it is kept.
    ///
    /// @throws IllegalArgumentException when there is no such heartbeat
    public void hear(String name, Beat beat, Instant now) {
        if (!expectations.containsKey(name)) {
            throw new IllegalArgumentException("no heartbeat " + name);
        }
        store.write(transaction -> {
            table.know(transaction, name, now);
            Heard before = table.one(transaction, name).orElse(Heard.nothing(now));
            Heard after = before.and(beat, at(before, now));
            table.save(transaction, name, after);
            return after;
        });
    }

    private static Instant at(Heard before, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return before.last()
                .filter(last -> at.isBefore(last.minus(PUT_BACK)))
                .map(last -> last.plusMillis(1))
                .orElse(at);
    }

    /// What was heard of a heartbeat; nothing when the database does not know it yet.
    public Optional<Heard> heard(String name) {
        return store.read(transaction -> table.one(transaction, name));
    }
}
