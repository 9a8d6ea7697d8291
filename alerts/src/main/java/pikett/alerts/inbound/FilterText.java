package pikett.alerts.inbound;

import java.util.Optional;
import java.util.regex.Pattern;
import pikett.alerts.label.Matcher;
import pikett.config.match.MatchParse;
import pikett.config.match.MatchParser;

/// A matcher as the tools of Alertmanager write it, such as `service="shop"` or `service=shop`.
public final class FilterText {
    private static final Pattern UNQUOTED =
            Pattern.compile("(\\s*[A-Za-z_][A-Za-z0-9_]*+\\s*(?>=~|!~|!=|=))\\s*([^\"]*)");

    private FilterText() {}

    /// The matcher; empty when it is none. Never throws for any text.
    public static Optional<Matcher> read(String text) {
        java.util.regex.Matcher unquoted = UNQUOTED.matcher(text);
        String quoted =
                unquoted.matches() ? unquoted.group(1) + quoted(unquoted.group(2).strip()) : text;
        return switch (MatchParser.parse(quoted)) {
            case MatchParse.Understood understood -> Optional.of(Matcher.of(understood.match()));
            case MatchParse.Mistake _ -> Optional.empty();
        };
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
