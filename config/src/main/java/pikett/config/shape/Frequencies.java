package pikett.config.shape;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.config.Frequency;

/// How often something may happen: `2 in 1h`, `600 in 1m`.
public final class Frequencies {
    private static final Pattern WRITTEN =
            Pattern.compile("([1-9][0-9]{0,5}) in ([0-9]{1,9}(?:ms|s|m|h|d))");

    private Frequencies() {}

    /// A frequency over a stretch of time in a range; the bounds as they would be written.
    public static Scalar<Frequency> within(String least, String most) {
        Scalar<Duration> stretch = Durations.between(least, most);
        return Scalars.scalar("a frequency such as 2 in 1h", text -> read(text, stretch))
                .described("pattern", "^" + WRITTEN.pattern() + "$");
    }

    private static Parsed<Frequency> read(String text, Scalar<Duration> stretch) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Parsed.bad(
                    "%s does not say how often".formatted(Quote.value(text)),
                    "write a number and a duration: 2 in 1h, or 600 in 1m");
        }
        int times = Integer.parseInt(written.group(1));
        return stretch.parser()
                .apply(written.group(2))
                .then(within -> Parsed.good(new Frequency(times, within)));
    }
}
