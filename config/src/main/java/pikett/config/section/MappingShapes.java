package pikett.config.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.config.SourceConfig.Mapping;
import pikett.config.SourceConfig.ResolvedWhen;
import pikett.config.shape.Key;
import pikett.config.shape.Keyed;
import pikett.config.shape.Listed;
import pikett.config.shape.Parsed;
import pikett.config.shape.Part;
import pikett.config.shape.Reading;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.Values;

/// Where in a JSON object the parts of an alert stand.
final class MappingShapes {
    private static final String POINTER = "(?:/(?:[^~/]|~[01])*)+";
    private static final Pattern COMPARISON =
            Pattern.compile(
                    "(/\\S*)\\s*(==|!=)\\s*(?:'([^']*)'|(true|false|-?[0-9]{1,15}(?:\\.[0-9]{1,15})?))");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");

    private static final Key<Optional<String>> TITLE =
            Key.optional("title", pointer(), "What people read first. Needed for type: json.")
                    .example("/title");
    private static final Key<Optional<String>> SEVERITY =
            Key.optional(
                            "severity",
                            pointer(),
                            "A word such as critical, warning or info; an unknown one is a warning.")
                    .example("/level");
    private static final Key<Optional<ResolvedWhen>> RESOLVED_WHEN =
            Key.optional(
                            "resolved-when",
                            comparison(),
                            "When the alert is over; without it, every payload says that it fires.")
                    .example("/state == 'ok'");
    private static final Key<List<String>> FINGERPRINT =
            Key.orElse(
                            "fingerprint",
                            new Listed<>(pointer(), 1),
                            List.<String>of(),
                            "What tells one alert from another; without it, the title does.")
                    .example(List.of("/id"));
    private static final Key<Optional<String>> DESCRIPTION =
            Key.optional("description", pointer(), "More about it, for its card.");
    private static final Key<Map<String, String>> LABELS =
            Key.orElse(
                            "labels",
                            new Keyed<>("the name of a label", LABEL, pointer()),
                            Map.<String, String>of(),
                            "Labels by name, each with where its value stands. They tell one alert from"
                                    + " another too: what ends an alert must bring the same.")
                    .example(Map.of("service", "/app"));
    private static final Key<Optional<String>> LINK =
            Key.optional("link", pointer(), "An address with http or https, for its card.");
    private static final Key<Optional<String>> STARTS_AT =
            Key.optional(
                    "starts-at",
                    pointer(),
                    "When it began, as 2026-11-21T15:04:05Z; without it, when it was first heard of.");

    static final List<Part<?>> PARTS =
            List.of(
                    TITLE,
                    SEVERITY,
                    RESOLVED_WHEN,
                    FINGERPRINT,
                    DESCRIPTION,
                    LABELS,
                    LINK,
                    STARTS_AT);

    private MappingShapes() {}

    static void check(Values values, Reading reading) {
        if (values.get(TITLE).isEmpty()) {
            reading.problem(
                    values.written().at(),
                    "`title` is missing",
                    "write where the title stands, as in `title: /title`");
        }
    }

    static Mapping mapping(Values values) {
        return new Mapping(
                // Missing is reported by the check above, and nothing of this is used then.
                values.get(TITLE).orElse(""),
                values.get(SEVERITY),
                values.get(RESOLVED_WHEN),
                values.get(FINGERPRINT),
                values.get(DESCRIPTION),
                values.get(LABELS),
                values.get(LINK),
                values.get(STARTS_AT));
    }

    private static Scalar<String> pointer() {
        return Scalars.matching("a JSON pointer such as /title or /build/status", POINTER);
    }

    private static Scalar<ResolvedWhen> comparison() {
        return Scalars.text("a comparison such as /state == 'ok'")
                .readBy(MappingShapes::compared)
                .described("pattern", "^" + COMPARISON.pattern() + "$");
    }

    private static Parsed<ResolvedWhen> compared(String text) {
        Matcher parts = COMPARISON.matcher(text);
        if (!parts.matches() || !parts.group(1).matches(POINTER)) {
            return Parsed.bad(
                    "this is not a comparison",
                    "write a JSON pointer, == or !=, and a value: /state == 'ok', /code != 0");
        }
        String quoted = parts.group(3);
        return Parsed.good(
                new ResolvedWhen(
                        parts.group(1),
                        parts.group(2).equals("=="),
                        quoted == null ? String.valueOf(parts.group(4)) : quoted));
    }
}
