package pikett.alerts.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.PatternSyntaxException;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.config.match.Comparison;

/// A silence as `amtool` and dashboards post it.
///
/// @param id of the silence whose place it takes
/// @param from when it begins; empty: at once
/// @param until when it ends
/// @param author who the sender says that made it
/// @param comment why; may be empty
public record PostedSilence(
        Optional<String> id,
        Matchers matchers,
        Optional<Instant> from,
        Instant until,
        String author,
        String comment) {
    private static final int MOST_MATCHERS = 64;
    private static final int LONGEST_EXPRESSION = 1_024;
    private static final int LONGEST_AUTHOR = 60;
    private static final int LONGEST_COMMENT = 500;

    /// As in the chat: nobody remembers for longer what is hidden.
    private static final Duration LONGEST = Duration.ofDays(30);

    /// What ends sooner is over before it is kept.
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /// What came of what was posted.
    public sealed interface Read {
        record Understood(PostedSilence silence) implements Read {}

        /// @param why a sentence
        record Refused(String why) implements Read {}
    }

    /// Whatever the bytes are, this gives an answer and does not throw.
    ///
    /// @param now when they came
    /// @param ahead so much the sender's clock may run ahead of ours
    /// @param redaction takes secrets out of a text, before it is shortened
    public static Read read(
            byte[] body, Instant now, Duration ahead, UnaryOperator<String> redaction) {
        try {
            return new Read.Understood(silence(JsonTree.read(body), now, ahead, redaction));
        } catch (RefusedException refused) {
            return new Read.Refused(String.valueOf(refused.getMessage()));
        }
    }

    private static PostedSilence silence(
            JsonNode root, Instant now, Duration ahead, UnaryOperator<String> redaction) {
        Optional<Instant> from = Times.end(text(root, "startsAt"), "/startsAt");
        Instant until =
                Times.end(text(root, "endsAt"), "/endsAt")
                        .orElseThrow(() -> new RefusedException("/endsAt is missing."));
        if (until.isBefore(now.plus(SHORTEST))) {
            throw new RefusedException("end time can't be in the past");
        }
        if (until.isAfter(now.plus(LONGEST).plus(ahead))) {
            throw new RefusedException(
                    "/endsAt is too far away: a silence ends within %d days."
                            .formatted(LONGEST.toDays()));
        }
        if (from.filter(time -> !time.isBefore(until)).isPresent()) {
            throw new RefusedException("start time must be before end time");
        }
        return new PostedSilence(
                text(root, "id"),
                matchers(root.path("matchers")),
                from.filter(time -> time.isAfter(now.plus(ahead))),
                until,
                Cut.to(redaction.apply(words(root, "createdBy")), LONGEST_AUTHOR),
                Cut.to(redaction.apply(words(root, "comment")), LONGEST_COMMENT));
    }

    private static String words(JsonNode root, String name) {
        return text(root, name).orElse("").strip();
    }

    private static Matchers matchers(JsonNode nodes) {
        if (!nodes.isArray() || nodes.isEmpty() || nodes.size() > MOST_MATCHERS) {
            throw new RefusedException(
                    "/matchers must be a list of 1 to %d matchers.".formatted(MOST_MATCHERS));
        }
        List<Matcher> all = new ArrayList<>();
        for (int index = 0; index < nodes.size(); index++) {
            all.add(matcher(nodes.path(index), "/matchers/" + index));
        }
        // Whoever forgot the value of one would hide everything.
        if (all.stream().allMatch(matcher -> matcher.matches(Labels.NONE))) {
            throw new RefusedException("at least one matcher must not match the empty string");
        }
        return new Matchers(all);
    }

    private static Matcher matcher(JsonNode node, String at) {
        String name =
                JsonTree.text(node.path("name"), at + "/name")
                        .orElseThrow(() -> new RefusedException(at + "/name is missing."));
        String value = JsonTree.text(node.path("value"), at + "/value").orElse("");
        boolean equal = node.path("isEqual").asBoolean(true);
        boolean expression = node.path("isRegex").asBoolean(false);
        Comparison comparison =
                expression
                        ? (equal ? Comparison.MATCHES : Comparison.MATCHES_NOT)
                        : (equal ? Comparison.EQUALS : Comparison.DIFFERS);
        if (Math.max(name.length(), value.length()) > LONGEST_EXPRESSION) {
            throw new RefusedException(
                    "%s has a name or a value longer than %d characters."
                            .formatted(at, LONGEST_EXPRESSION));
        }
        try {
            return new Matcher(name, comparison, value);
        } catch (PatternSyntaxException wrong) {
            throw new RefusedException(
                    "%s/value is no regular expression: %s.".formatted(at, wrong.getDescription()));
        }
    }

    private static Optional<String> text(JsonNode root, String name) {
        return JsonTree.text(root.path(name), "/" + name);
    }
}
