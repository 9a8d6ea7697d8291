package pikett.config.match;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads one comparison: the name of a label, a sign, a value in double quotes.
public final class MatchParser {
    /// Nobody writes a longer one, and a regular expression of any length would be compiled.
    private static final int LONGEST = 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
    private static final Pattern SIGN = Pattern.compile("[=!~<>]++");
    private static final Pattern QUOTED =
            Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\n])");
    private static final Map<String, Comparison> SIGNS =
            Map.of(
                    "=", Comparison.EQUALS,
                    "!=", Comparison.DIFFERS,
                    "=~", Comparison.MATCHES,
                    "!~", Comparison.MATCHES_NOT);
    private static final String EXAMPLE = "write it like severity=\"critical\"";

    private final String text;
    private int at;

    private MatchParser(String text) {
        this.text = text;
    }

    /// Never throws for any text.
    public static MatchParse parse(String text) {
        return text.length() > LONGEST
                ? new MatchParse.Mistake(1, "this is longer than anybody can read", EXAMPLE)
                : new MatchParser(text).parse();
    }

    private MatchParse parse() {
        String name = next(NAME);
        if (name.isEmpty()) {
            return mistake("the name of a label belongs here", EXAMPLE);
        }
        skipSpace();
        int signAt = at;
        String sign = next(SIGN);
        Comparison comparison = SIGNS.get(sign);
        if (comparison == null) {
            at = signAt;
            return sign.isEmpty()
                    ? mistake("one of = != =~ !~ belongs here", EXAMPLE)
                    : mistake("`%s` compares no labels".formatted(sign), "write =, !=, =~ or !~");
        }
        return value(name, comparison);
    }

    private MatchParse value(String name, Comparison comparison) {
        skipSpace();
        int valueAt = at;
        String quoted = next(QUOTED);
        if (quoted.isEmpty()) {
            return text.startsWith("\"", at)
                    ? mistake(
                            "this value has no end",
                            "close it with \"; in a list in brackets, put a comparison that holds a"
                                    + " comma or a bracket in single quotes as a whole")
                    : mistake(
                            "a value in double quotes belongs here",
                            "write %s%s\"…\"".formatted(name, comparison.sign()));
        }
        skipSpace();
        return at < text.length()
                ? mistake(
                        "nothing more belongs behind the value",
                        "write several comparisons as several items of the list")
                : understood(name, comparison, unquoted(quoted), valueAt);
    }

    private static MatchParse understood(
            String name, Comparison comparison, String value, int valueAt) {
        try {
            comparison.pattern(value);
            return new MatchParse.Understood(new LabelMatch(name, comparison, value));
        } catch (PatternSyntaxException wrong) {
            // Behind the quote that opens the value; without an index it is about the whole of it.
            return new MatchParse.Mistake(
                    valueAt + 2 + Math.max(wrong.getIndex(), 0),
                    "this is not a regular expression: "
                            + wrong.getDescription().toLowerCase(Locale.ROOT),
                    "mend it, or compare with %s"
                            .formatted(comparison == Comparison.MATCHES ? "=" : "!="));
        }
    }

    private static String unquoted(String quoted) {
        return ESCAPED.matcher(quoted.substring(1, quoted.length() - 1))
                .replaceAll(found ->
                        found.group(1).equals("n")
                                ? "\n"
                                : Matcher.quoteReplacement(found.group(1)));
    }

    /// What is found here, or nothing.
    private String next(Pattern piece) {
        skipSpace();
        Matcher found = piece.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return "";
        }
        at = found.end();
        return found.group();
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private MatchParse mistake(String what, String wayOut) {
        return new MatchParse.Mistake(at + 1, what, wayOut);
    }
}
