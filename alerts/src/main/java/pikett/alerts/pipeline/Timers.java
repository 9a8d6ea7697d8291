package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.List;
import pikett.adapters.store.Store;
import pikett.alerts.incident.IncidentNumber;

/// What time alone changes: a wait is over, a repeat is due, something that hid others has ended.
///
/// Safe for use by many threads.
public final class Timers {
    /// Few enough that others need not wait long for the database.
    private static final int AT_ONCE = 200;

    private final Store store;
    private final Round round;

    public Timers(Store store, Round round) {
        this.store = store;
        this.round = round;
    }

    /// Does all that is due; to be called about every second. Cheap when there is nothing.
    ///
    /// @return how many incidents were looked at
    /// @throws pikett.adapters.store.StoreUnavailableException when some of it was not done; the next
    ///     call does it
    public int due(Instant now) {
        int done = 0;
        while (somethingIsDue(now)) {
            done +=
                    store.write(transaction -> {
                        round.ledger().lock(transaction);
                        List<IncidentNumber> numbers =
                                round.ledger().due(transaction, now, AT_ONCE);
                        round.run(
                                transaction,
                                round.ledger().cases(transaction, numbers).values(),
                                now);
                        return numbers.size();
                    });
        }
        return done;
    }

    private boolean somethingIsDue(Instant now) {
        return store.read(transaction -> !round.ledger().due(transaction, now, 1).isEmpty());
    }
}
