package pikett.alerts.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers and moments as programs print them.
final class Written {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("([0-9]{1,11})(\\.[0-9]{1,9})?");

    private Written() {}

    static OptionalDouble number(String text) {
        String trimmed = text.strip();
        return NUMBER.matcher(trimmed).matches()
                ? OptionalDouble.of(Double.parseDouble(trimmed))
                : OptionalDouble.empty();
    }

    /// Seconds since 1970, or a date and time with its offset, as `date +%s` and `date -Is` print them.
    static Optional<Instant> moment(String text) {
        String trimmed = text.strip();
        var seconds = EPOCH_SECONDS.matcher(trimmed);
        if (seconds.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))));
        }
        try {
            return Optional.of(OffsetDateTime.parse(trimmed).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
