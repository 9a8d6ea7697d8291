package pikett.alerts.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Keeps what leaves for a channel within its limits. Knows only of what left since it was made. Not safe
/// for use by many threads.
public final class RateShaper {
    private static final int TIDY_AT = 1_000;

    private final List<Limit> limits;
    private final Map<Key, Window> windows = new HashMap<>();

    private record Key(int limit, String sharedBy) {}

    public RateShaper(List<Limit> limits) {
        this.limits = List.copyOf(limits);
    }

    /// When the next delivery may leave for the destination: now, or later.
    public Instant earliest(Destination to, Instant now) {
        Instant earliest = now;
        for (int index = 0; index < limits.size(); index++) {
            Optional<Window> window = key(index, to).map(windows::get);
            if (window.isPresent() && window.get().earliest().isAfter(earliest)) {
                earliest = window.get().earliest();
            }
        }
        return earliest;
    }

    /// Notes that a delivery leaves.
    public void leaves(Destination to, Instant now) {
        tidy(now);
        change(to, window -> window.taken(now));
    }

    /// Notes that the channel asked to wait: what it allows is less than was thought.
    public void tooMuch(Destination to, Instant now) {
        change(to, window -> window.drained(now));
    }

    /// The clock was put back by so much: what left did so at an earlier hour.
    void putBack(Duration by) {
        windows.replaceAll((_, window) -> window.putBack(by));
    }

    private void change(Destination to, Function<Window, Window> change) {
        for (int index = 0; index < limits.size(); index++) {
            Rate rate = limits.get(index).rate();
            key(index, to)
                    .ifPresent(key ->
                            windows.compute(
                                    key,
                                    (_, window) ->
                                            change.apply(
                                                    window == null
                                                            ? Window.unused(rate)
                                                            : window)));
        }
    }

    private Optional<Key> key(int limit, Destination to) {
        return limits.get(limit).sharedBy().apply(to).map(name -> new Key(limit, name));
    }

    private void tidy(Instant now) {
        if (windows.size() > TIDY_AT) {
            windows.values().removeIf(window -> window.isUnused(now));
        }
    }
}
