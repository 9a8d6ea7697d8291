package pikett.playground.botapi.fault;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The faults that are to be played. Of several that fit a call the oldest is used. Safe for any
/// thread.
public final class Faults {
    private final List<Plan> plans = new CopyOnWriteArrayList<>();

    /// Begins a plan for that method, in any case; `*` means every method.
    public Plan on(String method) {
        return new Plan(this, method);
    }

    /// Plays the fault for the next call of that method.
    public Plan next(String method, Fault fault) {
        return on(method).times(1).play(fault);
    }

    /// Plays the fault for every call of that method until [#clear].
    public Plan always(String method, Fault fault) {
        return on(method).play(fault);
    }

    /// Ends all plans.
    public void clear() {
        plans.clear();
    }

    /// Whether any plan is left.
    public boolean pending() {
        return plans.stream().anyMatch(plan -> !plan.over());
    }

    /// The fault for this call, if one is planned; it counts as played.
    ///
    /// @param chat as the call names it, empty if it names none
    public Optional<Fault> take(String method, String chat) {
        return plans.stream()
                .map(plan -> plan.take(method, chat))
                .flatMap(Optional::stream)
                .findFirst();
    }

    void add(Plan plan) {
        plans.removeIf(Plan::over);
        plans.add(plan);
    }
}
