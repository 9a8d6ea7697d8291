package pikett.alerts.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is left of points that are no longer needed one by one. Pure.
///
/// Of a level the last point of each five minutes stays, so that a rise over days stays what it was
/// where nothing fell in between, and never becomes more. What is counted anew at each look is added up,
/// so that no line is lost.
final class Thinning {
    static final Duration STEP = Duration.ofMinutes(5);

    private Thinning() {}

    private record Place(long series, long step) {}

    /// @param rows in the order of time, from the beginning of a step to the end of one
    /// @param summed the series that are counted anew at each look
    static Collection<PointTable.Row> of(List<PointTable.Row> rows, Set<Long> summed) {
        Map<Place, PointTable.Row> kept = new LinkedHashMap<>();
        for (PointTable.Row row : rows) {
            Place place =
                    new Place(
                            row.series(),
                            Math.floorDiv(row.point().at().toEpochMilli(), STEP.toMillis()));
            kept.merge(
                    place,
                    row,
                    (earlier, later) ->
                            summed.contains(row.series()) ? sum(earlier, later) : later);
        }
        return kept.values();
    }

    /// The beginning of the step in which an instant is.
    static Instant begin(Instant instant) {
        long step = STEP.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), step) * step);
    }

    private static PointTable.Row sum(PointTable.Row earlier, PointTable.Row later) {
        double both = earlier.point().number() + later.point().number();
        return new PointTable.Row(later.series(), new Point(later.point().at(), both));
    }
}
