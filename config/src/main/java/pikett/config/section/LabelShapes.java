package pikett.config.section;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pikett.config.Severity;
import pikett.config.match.LabelMatch;
import pikett.config.match.MatchParse;
import pikett.config.match.MatchParser;
import pikett.config.shape.Listed;
import pikett.config.shape.Nearest;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.Shape;

/// Labels, and conditions on them.
final class LabelShapes {
    /// What editors see of it; the rest is for the parser.
    private static final String WRITTEN =
            "^\\s*[A-Za-z_][A-Za-z0-9_]*\\s*(?:=~|!~|!=|=)\\s*\"(?:[^\"\\\\]|\\\\.)*\"\\s*$";

    private static final String SEVERITY = "severity";
    private static final List<String> SEVERITIES =
            Stream.of(Severity.values())
                    .map(severity -> severity.name().toLowerCase(Locale.ROOT))
                    .toList();

    private LabelShapes() {}

    /// Comparisons that must all hold.
    static Shape<List<LabelMatch>> matches() {
        Scalar<LabelMatch> match =
                Scalars.text("a comparison such as severity=\"critical\"")
                        .readBy(LabelShapes::parsed)
                        .obeying(LabelShapes::knownSeverity)
                        .described("pattern", WRITTEN)
                        .described(
                                "examples",
                                List.of("severity=\"critical\"", "service=~\"api-.*\""));
        return new Listed<>(match, 1);
    }

    /// Names of labels, as many as one likes.
    static Shape<List<String>> names(int least) {
        return new Listed<>(
                Scalars.matching("the name of a label such as service", "[A-Za-z_][A-Za-z0-9_]*"),
                least);
    }

    private static Parsed<LabelMatch> parsed(String text) {
        return switch (MatchParser.parse(text)) {
            case MatchParse.Understood(LabelMatch match) -> Parsed.good(match);
            case MatchParse.Mistake(int column, String what, String wayOut) ->
                    Parsed.bad(column, what, wayOut);
        };
    }

    /// Severity is the one label whose values are all known.
    private static Parsed<LabelMatch> knownSeverity(LabelMatch match) {
        Pattern pattern = match.comparison().pattern(match.value());
        return match.name().equals(SEVERITY)
                        && SEVERITIES.stream().noneMatch(word -> pattern.matcher(word).matches())
                ? Parsed.bad("no severity is like this", Nearest.wayOut(match.value(), SEVERITIES))
                : Parsed.good(match);
    }
}
