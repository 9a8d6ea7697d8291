package pikett.bot.view;

import java.time.Duration;
import pikett.alerts.rule.Because;
import pikett.bot.language.Figures;

/// A number of a reading, in its unit.
final class NumberText {
    private static final double MOST_SECONDS = 1e12;

    private NumberText() {}

    static String of(Figures figures, double number, Because.Unit unit) {
        return switch (unit) {
            case PLAIN -> figures.decimal(number);
            case SHARE -> figures.percent(number * 100);
            case SECONDS -> figures.duration(seconds(number));
            case BYTES -> figures.size((long) number);
        };
    }

    /// A program may print any number.
    private static Duration seconds(double number) {
        double bounded = Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, number));
        return Duration.ofMillis((long) (bounded * 1000));
    }
}
