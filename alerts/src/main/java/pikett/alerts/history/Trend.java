package pikett.alerts.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where a level is heading.
///
/// @param perMinute by how much it changes, along the straight line that fits its points best
/// @param last what it was last
public record Trend(Heading heading, double perMinute, double last) {
    /// With fewer points nothing is said.
    static final int LEAST_POINTS = 5;

    /// What is further away is no forecast.
    private static final double MOST_MINUTES = Duration.ofDays(7).toMinutes();

    /// A change that is less than this part of the level is none.
    private static final double NEGLIGIBLE = 0.05;

    /// A slope that is not more than so many times its own standard error may be chance.
    private static final double SURE = 2;

    private static final double MILLIS_PER_MINUTE = 60_000;

    /// Which way.
    public enum Heading {
        /// It becomes more, by more than chance.
        RISING,
        /// It becomes less, by more than chance.
        FALLING,
        /// It does neither, or too little to speak of.
        STEADY
    }

    /// Empty with fewer than five points.
    public static Optional<Trend> of(Points points) {
        List<Point> all = points.all();
        if (all.size() < LEAST_POINTS) {
            return Optional.empty();
        }
        Line line = Line.through(all);
        return Optional.of(new Trend(heading(all, line), line.perMinute(), all.getLast().number()));
    }

    /// When it comes to a limit if it goes on like that; empty when it is not heading there, or not
    /// within a week.
    public Optional<Duration> until(double limit) {
        double minutes = (limit - last) / perMinute;
        return heading != Heading.STEADY && minutes > 0 && minutes <= MOST_MINUTES
                ? Optional.of(Duration.ofSeconds(Math.round(minutes * 60)))
                : Optional.empty();
    }

    private static Heading heading(List<Point> points, Line line) {
        Duration time = Duration.between(points.getFirst().at(), points.getLast().at());
        double change = line.perMinute() * time.toMillis() / MILLIS_PER_MINUTE;
        double highest =
                points.stream().mapToDouble(each -> Math.abs(each.number())).max().orElse(0);
        if (Math.abs(line.perMinute()) <= SURE * line.doubt()
                || Math.abs(change) <= NEGLIGIBLE * highest) {
            return Heading.STEADY;
        }
        return change > 0 ? Heading.RISING : Heading.FALLING;
    }
}
