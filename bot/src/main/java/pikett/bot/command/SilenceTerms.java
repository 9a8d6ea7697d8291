package pikett.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;

/// What a person types of a silence: what it hides, such as `service=api,host=prod-1`, and until when, such
/// as `2h` or `morning`.
final class SilenceTerms {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4})([mhd])");
    private static final Pattern LABEL =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*+)=([^\\s,\"]{1,200})");
    private static final int MOST_LABELS = 8;

    private SilenceTerms() {}

    /// Labels with their values, without quotes: a thumb does not find them at night. Empty when the word is
    /// no such thing.
    static Optional<Matchers> matchers(String word) {
        List<Matcher> matchers = new ArrayList<>();
        for (String part : word.split(",", -1)) {
            java.util.regex.Matcher label = LABEL.matcher(part);
            if (!label.matches() || matchers.size() == MOST_LABELS) {
                return Optional.empty();
            }
            matchers.add(Matcher.equal(label.group(1), label.group(2)));
        }
        return Optional.of(new Matchers(matchers));
    }

    /// The end; empty when the word names none, or one that is too far away.
    static Optional<Instant> until(String word, ZonedDateTime now) {
        if (word.equals("morning")) {
            ZonedDateTime today = now.with(MORNING);
            return Optional.of((today.isAfter(now) ? today : today.plusDays(1)).toInstant());
        }
        java.util.regex.Matcher span = SPAN.matcher(word);
        if (!span.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(span.group(1));
        Duration length =
                switch (span.group(2)) {
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                };
        return Optional.of(length)
                .filter(time -> time.isPositive() && time.compareTo(LONGEST) <= 0)
                .map(now.toInstant()::plus);
    }
}
