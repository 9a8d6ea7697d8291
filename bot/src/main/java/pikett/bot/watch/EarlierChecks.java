package pikett.bot.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pikett.alerts.check.Check;

/// The checks of an earlier configuration. One that is made of the same goes on as it is: with the mark in the
/// log up to which it has read, and the look that goes on.
///
/// Not safe for use by many threads.
public final class EarlierChecks {
    private final Map<String, Made> before;
    private final Map<String, Made> now = new HashMap<>();

    /// @param of what decides how it looks and judges
    private record Made(List<Object> of, Check check) {}

    private EarlierChecks(Map<String, Made> before) {
        this.before = before;
    }

    /// There was no earlier configuration.
    public static EarlierChecks none() {
        return new EarlierChecks(Map.of());
    }

    /// Those that were made with this one, for the next configuration.
    public EarlierChecks next() {
        return new EarlierChecks(now);
    }

    Check check(String id, List<Object> of, Supplier<Check> fresh) {
        Made earlier = before.get(id);
        Check check = earlier != null && earlier.of().equals(of) ? earlier.check() : fresh.get();
        now.put(id, new Made(List.copyOf(of), check));
        return check;
    }
}
