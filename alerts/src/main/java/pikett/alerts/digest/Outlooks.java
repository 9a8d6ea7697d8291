package pikett.alerts.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pikett.alerts.digest.Outlook.Expiring;
import pikett.alerts.digest.Outlook.Growing;
import pikett.alerts.digest.Outlook.Restarted;
import pikett.alerts.history.PastLevels;
import pikett.alerts.history.Point;
import pikett.config.condition.Name;

/// Tells from kept readings what becomes worse. Part of the caller's transaction; safe for use by many
/// threads.
///
/// Of each number only a few points are read, at times that lie evenly in the period.
final class Outlooks {
    private static final Name CERTIFICATE = Name.of("certificate");
    private static final Name WAITING = Name.of("waiting");
    private static final Name RESTARTS = Name.of("restarts");

    /// How much of a certificate's time is left when it is told of first.
    private static final Duration SOON = Duration.ofDays(30);

    /// What nobody read for longer is not known any more: the check may be gone.
    private static final Duration CERTIFICATE_KNOWN = Duration.ofDays(1);

    private static final Duration LEVEL_KNOWN = Duration.ofHours(1);

    /// So many stretches of a period: what a restart takes from a counter is seen between two of them.
    private static final int STRETCHES = 8;

    /// With less, that a queue grows or a service restarts is everyday life.
    private static final int LEAST_WAITING = 10;

    private static final int LEAST_RESTARTS = 3;

    private final PastLevels levels = new PastLevels();

    Outlook of(Handle transaction, Period period) {
        return new Outlook(
                certificates(transaction, period.until()),
                queues(transaction, period),
                restarts(transaction, period));
    }

    private List<Expiring> certificates(Handle transaction, Instant now) {
        return levels.at(transaction, CERTIFICATE, now, CERTIFICATE_KNOWN).entrySet().stream()
                .map(each -> new Expiring(name(each.getKey()), end(each.getValue())))
                .filter(each -> each.left(now).compareTo(SOON) <= 0)
                .sorted(Comparator.comparing(Expiring::end).thenComparing(Expiring::check))
                .toList();
    }

    private static Instant end(Point secondsLeft) {
        return secondsLeft.at().plusSeconds(Math.round(secondsLeft.number()));
    }

    private List<Growing> queues(Handle transaction, Period period) {
        Map<String, Point> before = levels.at(transaction, WAITING, period.from(), LEVEL_KNOWN);
        return levels.at(transaction, WAITING, period.until(), LEVEL_KNOWN).entrySet().stream()
                .flatMap(each ->
                        Stream.ofNullable(before.get(each.getKey()))
                                .map(then -> growing(each.getKey(), then, each.getValue())))
                .filter(Outlooks::isWorthALine)
                .sorted(
                        Comparator.comparingLong(Growing::waiting)
                                .reversed()
                                .thenComparing(Growing::queue))
                .toList();
    }

    private static Growing growing(String check, Point then, Point now) {
        return new Growing(name(check), Math.round(then.number()), Math.round(now.number()));
    }

    /// By half at least, and by more than a few.
    private static boolean isWorthALine(Growing queue) {
        long more = queue.waiting() - queue.before();
        return more >= LEAST_WAITING && more * 2 >= queue.before();
    }

    private List<Restarted> restarts(Handle transaction, Period period) {
        Duration stretch = Duration.between(period.from(), period.until()).dividedBy(STRETCHES);
        List<Instant> times =
                IntStream.rangeClosed(-2 * STRETCHES, 0)
                        .mapToObj(index -> period.until().plus(stretch.multipliedBy(index)))
                        .toList();
        Instant middle = times.get(STRETCHES);
        return levels.at(transaction, RESTARTS, times, LEVEL_KNOWN).entrySet().stream()
                .map(each -> restarted(each.getKey(), each.getValue(), middle))
                .filter(Outlooks::isWorthALine)
                .sorted(
                        Comparator.comparingLong(Restarted::times)
                                .reversed()
                                .thenComparing(Restarted::service))
                .toList();
    }

    private static Restarted restarted(String check, List<Point> points, Instant middle) {
        double before = 0;
        double within = 0;
        for (int index = 1; index < points.size(); index++) {
            Point earlier = points.get(index - 1);
            Point later = points.get(index);
            double more = more(earlier.number(), later.number());
            if (!later.at().isAfter(middle)) {
                before += more;
            } else if (!earlier.at().isBefore(middle.minus(LEVEL_KNOWN))) {
                within += more;
            }
        }
        return new Restarted(name(check), Math.round(within), Math.round(before));
    }

    /// A counter that became less began anew: all that it says came since.
    private static double more(double earlier, double later) {
        return later < earlier ? later : later - earlier;
    }

    /// Twice as often at least, and more than a few times.
    private static boolean isWorthALine(Restarted service) {
        return service.times() >= LEAST_RESTARTS && service.times() >= 2 * service.before();
    }

    /// What a check is about: what stands behind the kind in its name.
    private static String name(String check) {
        return check.substring(check.indexOf(':') + 1);
    }
}
