package pikett.config.cron;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;

/// Cron expressions as Quartz reads them: six or seven fields, seconds first.
public final class CronShape {
    private static final String EXPECTED =
            "a cron expression such as '0 0 8 * * ?' for every day at eight";
    private static final int LEAST_FIELDS = 6;
    private static final int MOST_FIELDS = 7;
    private static final int DAY_OF_MONTH = 3;
    private static final int DAY_OF_WEEK = 5;

    /// As many times are looked at to find the shortest pause.
    private static final int TIMES = 100;

    private CronShape() {}

    /// An expression with at least one time, and none sooner after another than this.
    public static Scalar<String> expression(Duration shortestPause) {
        return Scalars.text(EXPECTED)
                .obeying(CronShape::fields)
                .obeying(text -> times(text, shortestPause))
                .described("examples", List.of("0 0 8 * * ?"));
    }

    /// The two mistakes of people who know another cron.
    private static Parsed<String> fields(String text) {
        List<String> fields = List.of(text.trim().split("\\s+"));
        if (fields.size() < LEAST_FIELDS || fields.size() > MOST_FIELDS) {
            return Parsed.bad(
                    "this has %d fields; a cron expression has %d, seconds first, and may have a year"
                            .formatted(fields.size(), LEAST_FIELDS),
                    "write " + EXPECTED);
        }
        return fields.get(DAY_OF_MONTH).equals("?") == fields.get(DAY_OF_WEEK).equals("?")
                ? Parsed.bad(
                        "exactly one of day of month and day of week must be ?",
                        "write ? for the one that does not matter, as in '0 0 8 ? * MON-FRI'")
                : Parsed.good(text);
    }

    private static Parsed<String> times(String text, Duration shortestPause) {
        try {
            CronExpression expression = new CronExpression(text);
            expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return calm(text, expression, shortestPause);
        } catch (ParseException wrong) {
            // What Quartz stumbles over itself it reports with names of its own insides.
            String why = String.valueOf(wrong.getMessage());
            return Parsed.bad(
                    why.contains("java.")
                            ? "this is not a cron expression"
                            : "this is not a cron expression: " + why,
                    "write " + EXPECTED);
        }
    }

    private static Parsed<String> calm(String text, CronExpression expression, Duration pause) {
        Optional<Instant> earlier = next(expression, Instant.EPOCH);
        if (earlier.isEmpty()) {
            return Parsed.bad("no clock ever shows such a time", "write " + EXPECTED);
        }
        for (int time = 1; time < TIMES && earlier.isPresent(); time++) {
            Optional<Instant> later = next(expression, earlier.get());
            if (later.isPresent() && later.get().isBefore(earlier.get().plus(pause))) {
                return Parsed.bad(
                        "this is due again after %d s, and that is too often"
                                .formatted(
                                        Duration.between(earlier.get(), later.get()).toSeconds()),
                        "leave %d s between two times; a * for seconds or minutes means each of them"
                                .formatted(pause.toSeconds()));
            }
            earlier = later;
        }
        return Parsed.good(text);
    }

    private static Optional<Instant> next(CronExpression expression, Instant after) {
        return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after)))
                .map(Date::toInstant);
    }
}
