package pikett.alerts.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The last points of a series that conditions ask for, in memory. Safe for use by many threads.
final class Recent {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Point> points = new ArrayDeque<>();
    private Duration reach = Duration.ZERO;
    private Instant askedAt = Instant.MIN;

    /// What is known up to a point, and that point.
    ///
    /// @param needed how far back
    /// @param kept gives the points from an instant on; asked only when more is needed than is held
    Points until(Point last, Duration needed, Function<Instant, Points> kept) {
        lock.lock();
        try {
            askedAt = last.at();
            if (needed.compareTo(reach) > 0) {
                Points found = kept.apply(last.at().minus(needed));
                points.clear();
                points.addAll(found.all());
                reach = needed;
            }
            return new Points(List.copyOf(points)).since(last.at().minus(needed)).until(last);
        } finally {
            lock.unlock();
        }
    }

    /// A point was kept.
    void add(Point point) {
        lock.lock();
        try {
            if (!points.isEmpty() && !point.at().isAfter(points.getLast().at())) {
                return;
            }
            points.add(point);
            Instant begin = point.at().minus(reach);
            while (points.getFirst().at().isBefore(begin)) {
                points.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether a condition asked since then.
    boolean askedSince(Instant instant) {
        lock.lock();
        try {
            return !askedAt.isBefore(instant);
        } finally {
            lock.unlock();
        }
    }
}
