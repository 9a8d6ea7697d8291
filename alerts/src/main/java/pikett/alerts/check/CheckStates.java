package pikett.alerts.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pikett.adapters.store.Store;
import pikett.alerts.alert.Report;

/// What all checks have come to: in memory for the next reading, in the database for the next start.
///
/// One thread changes it; any may read.
public final class CheckStates {
    private final Store store;
    private final StateTable table = new StateTable();
    private final Map<AlertKey, CheckState> states;

    /// Remembers what was kept.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when it could not be read
    public CheckStates(Store store) {
        this.store = store;
        this.states = new ConcurrentHashMap<>(store.read(table::all));
    }

    public CheckState of(AlertKey key) {
        return states.getOrDefault(key, CheckState.QUIET);
    }

    /// All that are not quiet, and those that remember when they fired.
    public Map<AlertKey, CheckState> all() {
        return Map.copyOf(states);
    }

    /// Keeps what has changed and hands on what is to be reported, all or nothing.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when nothing of it was kept; then it is
    ///     not remembered either
    void put(Map<AlertKey, CheckState> next, List<Report> found, CheckDesk.Reports reports) {
        Map<AlertKey, CheckState> changed = new HashMap<>();
        next.forEach((key, state) -> {
            if (!of(key).equals(state)) {
                changed.put(key, state);
            }
        });
        if (changed.isEmpty() && found.isEmpty()) {
            return;
        }
        store.write(transaction -> {
            if (!found.isEmpty()) {
                reports.accept(transaction, found);
            }
            table.save(transaction, changed);
            return changed.size();
        });
        changed.forEach((key, state) -> {
            if (state.equals(CheckState.QUIET)) {
                states.remove(key);
            } else {
                states.put(key, state);
            }
        });
    }
}
