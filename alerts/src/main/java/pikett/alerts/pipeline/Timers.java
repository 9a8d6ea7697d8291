package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.outbox.OutboxOverview;

/// What time alone changes: a wait is over, a repeat is due, something that hid others has ended, a
/// silence begins or ends soon, a mute window is to be summed up, a chat takes nothing any more, or not in time.
///
/// Safe for use by many threads.
public final class Timers {
    /// Few enough that others need not wait long for the database.
    private static final int AT_ONCE = 500;

    private final Store store;
    private final Round round;
    private final OutboxOverview overview;
    private final Silences silences;
    private final SilenceWatch silenceWatch;
    private final AtomicBoolean rulesAreNew = new AtomicBoolean(true);

    public Timers(Store store, Round round) {
        this.store = store;
        this.round = round;
        this.overview = new OutboxOverview(store);
        this.silences = new Silences(store, round);
        this.silenceWatch = new SilenceWatch(round.ledger(), round.outbox());
    }

    /// Does all that is due; to be called about every second. Cheap when there is nothing.
    ///
    /// @return how many incidents were looked at
    /// @throws pikett.adapters.store.StoreUnavailableException when some of it was not done; the next
    ///     call does it
    public int due(Instant now) {
        rules(now);
        routes(now);
        silences.followClock(now);
        watchSilences(now);
        storms(now);
        late(now);
        int done = incidents(now);
        heldBack(now);
        return done;
    }

    /// Has every open incident looked at under other rules, with the next call of `due`. After a start
    /// that is done without being asked for.
    public void rulesChanged() {
        rulesAreNew.set(true);
    }

    private void rules(Instant now) {
        if (rulesAreNew.getAndSet(false)) {
            wakeAll(now);
        }
    }

    private void wakeAll(Instant now) {
        try {
            store.write(transaction -> {
                round.ledger().wake(transaction, now, false);
                return now;
            });
        } catch (RuntimeException e) {
            rulesAreNew.set(true);
            throw e;
        }
    }

    private int incidents(Instant now) {
        int done = 0;
        Firing firing = new Firing(round);
        while (store.read(transaction -> !due(transaction, now, 1).isEmpty())) {
            done +=
                    store.write(transaction -> {
                        round.ledger().lock(transaction);
                        List<IncidentNumber> numbers = due(transaction, now, AT_ONCE);
                        round.run(
                                transaction,
                                round.ledger().cases(transaction, numbers).values(),
                                firing.alerts(transaction),
                                now);
                        return numbers.size();
                    });
        }
        return done;
    }

    private List<IncidentNumber> due(Handle transaction, Instant now, int atMost) {
        return round.ledger().due(transaction, now, atMost);
    }

    private void routes(Instant now) {
        if (store.read(transaction -> round.brokenRoutes().hasWork(transaction, overview))) {
            store.write(transaction -> {
                round.ledger().lock(transaction);
                round.brokenRoutes().look(transaction, overview, round.rules());
                round.ledger().wake(transaction, now, false);
                return now;
            });
        }
    }

    private void watchSilences(Instant now) {
        if (store.read(transaction -> silenceWatch.hasWork(transaction, now))) {
            store.write(transaction -> {
                silenceWatch.look(transaction, now);
                return now;
            });
        }
    }

    private void storms(Instant now) {
        if (store.read(transaction -> round.stormDesk().hasWork(transaction, now))) {
            store.write(transaction -> {
                round.ledger().lock(transaction);
                round.stormDesk().end(transaction, now);
                round.ledger().wake(transaction, now, false);
                return now;
            });
        }
    }

    private void late(Instant now) {
        NotifyRules rules = round.rules();
        LateDesk.Found found =
                store.read(transaction -> round.lateDesk().find(transaction, overview, rules, now));
        if (!found.incidents().isEmpty()) {
            store.write(transaction -> {
                round.ledger().lock(transaction);
                round.lateDesk().note(transaction, found, now);
                return now;
            });
        }
    }

    /// After the incidents: what still fires gets its card first.
    private void heldBack(Instant now) {
        if (store.read(transaction -> round.heldBack().isDue(transaction, now))) {
            store.write(transaction -> {
                round.heldBack().sumUp(transaction, now);
                return now;
            });
        }
    }
}
