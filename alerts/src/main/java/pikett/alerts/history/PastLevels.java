package pikett.alerts.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Name;

/// How high a number of the whole stood at a few times, of all checks that read it. Part of the caller's
/// transaction.
///
/// What is between these times is never read, so that it costs the same for a day and for a month.
public final class PastLevels {
    /// Most checks look again within that; further back is looked only when one is missing.
    private static final Duration NEAR = Duration.ofMinutes(10);

    private final PointTable points = new PointTable();
    private final SeriesTable series = new SeriesTable();

    /// The last that each check read up to then. What it did not read is missing.
    ///
    /// @param atMost how old it may be
    public Map<String, Point> at(Handle transaction, Name name, Instant then, Duration atMost) {
        String number = ConditionText.of(name);
        int known = series.ofWhole(transaction, number, then.minus(atMost));
        if (known == 0) {
            return Map.of();
        }
        if (atMost.compareTo(NEAR) <= 0) {
            return points.last(transaction, number, then.minus(atMost), then);
        }
        Map<String, Point> found = points.last(transaction, number, then.minus(NEAR), then);
        return found.size() >= known
                ? found
                : points.last(transaction, number, then.minus(atMost), then);
    }

    /// The same for each of these times, by check; a check may have fewer than there are times.
    ///
    /// @param times the earliest first
    public Map<String, List<Point>> at(
            Handle transaction, Name name, List<Instant> times, Duration atMost) {
        Map<String, List<Point>> found = new HashMap<>();
        for (Instant then : times) {
            at(transaction, name, then, atMost)
                    .forEach((check, point) ->
                            found.computeIfAbsent(check, _ -> new ArrayList<>()).add(point));
        }
        return found;
    }
}
