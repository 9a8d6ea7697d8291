package pikett.alerts.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The numbers of one series, oldest first.
public record Points(List<Point> all) {
    static final Points NONE = new Points(List.of());

    public Points {
        all = List.copyOf(all);
    }

    /// How far back one has to look to tell what came within a window.
    static Duration reach(Duration window) {
        return window.plus(longestStep(window));
    }

    /// How much it rose within the window that ends with the last point: the sum of its steps upward.
    ///
    /// A counter that begins anew after a restart takes nothing away. A step counts when it ends within
    /// the window; one that is longer than one and a half windows does not, because nobody knows when in
    /// it the rise was. Empty without any step. With less history than the window this is what is known
    /// to have come, so that a fresh start is not blind until the first window is over.
    OptionalDouble increase(Duration window) {
        boolean known = false;
        double increase = 0;
        for (int index = 1; index < all.size(); index++) {
            Point earlier = all.get(index - 1);
            Point later = all.get(index);
            if (later.at().isAfter(begin(window))
                    && lasting(earlier, later).compareTo(longestStep(window)) <= 0) {
                known = true;
                increase += Math.max(0, later.number() - earlier.number());
            }
        }
        return known ? OptionalDouble.of(increase) : OptionalDouble.empty();
    }

    /// How many came within the window that ends with the last point. Empty without any point.
    OptionalDouble sum(Duration window) {
        return all.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        all.stream()
                                .filter(point -> point.at().isAfter(begin(window)))
                                .mapToDouble(Point::number)
                                .sum());
    }

    Points since(Instant from) {
        return new Points(all.stream().filter(point -> !point.at().isBefore(from)).toList());
    }

    /// The same points up to this one, and this one last.
    Points until(Point last) {
        List<Point> points = new ArrayList<>();
        for (Point point : all) {
            if (point.at().isBefore(last.at())) {
                points.add(point);
            }
        }
        points.add(last);
        return new Points(points);
    }

    private Instant begin(Duration window) {
        return all.getLast().at().minus(window);
    }

    private static Duration lasting(Point earlier, Point later) {
        return Duration.between(earlier.at(), later.at());
    }

    private static Duration longestStep(Duration window) {
        return window.plus(window.dividedBy(2));
    }
}
