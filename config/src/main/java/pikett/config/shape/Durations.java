package pikett.config.shape;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time: `500ms`, `30s`, `5m`, `2h`, `7d`.
public final class Durations {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /// A length of time in a range; the bounds as they would be written.
    public static Scalar<Duration> between(String least, String most) {
        Duration shortest = parse(least);
        Duration longest = parse(most);
        return Scalars.scalar("a duration such as 30s", Durations::read)
                .obeying(duration ->
                        duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0
                                ? Parsed.bad(
                                        "this duration is out of range",
                                        "write one from %s to %s".formatted(least, most))
                                : Parsed.good(duration))
                .described("pattern", "^" + WRITTEN.pattern() + "$");
    }

    private static Parsed<Duration> read(String text) {
        return WRITTEN.matcher(text).matches()
                ? Parsed.good(parse(text))
                : Parsed.bad(
                        "%s is not a duration".formatted(Quote.value(text)),
                        "write a whole number with its unit: 500ms, 30s, 5m, 2h or 7d");
    }

    private static Duration parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        long amount = Long.parseLong(written.group(1));
        return switch (written.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
