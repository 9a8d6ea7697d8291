package pikett.alerts.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Divides the past of a series into equal stretches. Pure.
final class Slots {
    /// So many times the usual pause without a point is a gap.
    private static final int PAUSES = 3;

    private final List<Point> points;
    private final boolean summed;
    private final Duration longestPause;

    private Slots(Points points, boolean summed) {
        this.points = points.all();
        this.summed = summed;
        this.longestPause = usualPause(this.points).multipliedBy(PAUSES);
    }

    /// @param until the end of the last one
    /// @param summed whether it is counted anew at each look
    static List<Slot> of(Points points, Instant since, Instant until, int number, boolean summed) {
        Slots slots = new Slots(points, summed);
        Duration each = Duration.between(since, until).dividedBy(number);
        List<Slot> all = new ArrayList<>();
        for (int index = 0; index < number; index++) {
            Instant from = since.plus(each.multipliedBy(index));
            Instant to = index == number - 1 ? until : from.plus(each);
            all.add(new Slot(from, slots.number(from, to)));
        }
        return all;
    }

    private OptionalDouble number(Instant from, Instant to) {
        List<Point> within =
                points.stream()
                        .filter(point -> point.at().isAfter(from) && !point.at().isAfter(to))
                        .toList();
        if (within.isEmpty()) {
            return between(from, to);
        }
        return OptionalDouble.of(
                summed
                        ? within.stream().mapToDouble(Point::number).sum()
                        : within.getLast().number());
    }

    /// Where it is looked at more seldom than a slot is long, there is none in some.
    private OptionalDouble between(Instant from, Instant to) {
        Instant next = to;
        for (Point point : points.reversed()) {
            if (!point.at().isAfter(from)) {
                boolean pause = Duration.between(point.at(), next).compareTo(longestPause) <= 0;
                return pause
                        ? OptionalDouble.of(summed ? 0 : point.number())
                        : OptionalDouble.empty();
            }
            next = point.at();
        }
        return OptionalDouble.empty();
    }

    private static Duration usualPause(List<Point> points) {
        List<Duration> pauses = new ArrayList<>();
        for (int index = 1; index < points.size(); index++) {
            pauses.add(Duration.between(points.get(index - 1).at(), points.get(index).at()));
        }
        return pauses.isEmpty()
                ? Duration.ZERO
                : pauses.stream().sorted().toList().get(pauses.size() / 2);
    }
}
