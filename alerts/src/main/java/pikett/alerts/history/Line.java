package pikett.alerts.history;

import java.time.Duration;
import java.util.List;

/// The straight line that fits points best, by least squares. Pure.
///
/// @param perMinute its slope
/// @param doubt the standard error of the slope
record Line(double perMinute, double doubt) {
    private static final double MILLIS_PER_MINUTE = 60_000;

    /// @param points three at least, each at its own time
    static Line through(List<Point> points) {
        double meanMinute =
                points.stream().mapToDouble(each -> minutes(points, each)).average().orElse(0);
        double meanNumber = points.stream().mapToDouble(Point::number).average().orElse(0);
        double spread = 0;
        double common = 0;
        for (Point point : points) {
            double away = minutes(points, point) - meanMinute;
            spread += away * away;
            common += away * (point.number() - meanNumber);
        }
        double slope = common / spread;
        double errors = 0;
        for (Point point : points) {
            double line = meanNumber + slope * (minutes(points, point) - meanMinute);
            errors += Math.pow(point.number() - line, 2);
        }
        return new Line(slope, Math.sqrt(errors / (points.size() - 2) / spread));
    }

    private static double minutes(List<Point> points, Point point) {
        return Duration.between(points.getFirst().at(), point.at()).toMillis() / MILLIS_PER_MINUTE;
    }
}
