package pikett.config.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One piece of the text of a condition.
///
/// @param column where it begins, from 1
record Token(Kind kind, String text, int column) {
    /// What a piece is; the names are those of the groups of the pattern.
    enum Kind {
        WORD,
        NUMBER,
        QUOTED,
        SIGN,
        END
    }

    // Possessive throughout, so that no text makes it go back.
    private static final Pattern PIECE =
            Pattern.compile(
                    "(?<WORD>[A-Za-z_:][A-Za-z0-9_:-]*+)"
                            + "|(?<NUMBER>-?+[0-9]++(?:\\.[0-9]++)?+(?:%|[A-Za-z]++)?+)"
                            + "|(?<QUOTED>'[^']*+(?:''[^']*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")"
                            + "|(?<SIGN>[=!<>]=|[<>=(){}.,])");

    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    static List<Token> all(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (piece.region(at, text.length()).lookingAt()) {
                tokens.add(new Token(kind(piece), piece.group(), at + 1));
                at = piece.end();
            } else {
                throw unreadable(text, at);
            }
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
        return tokens;
    }

    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
    }

    /// The text without its quotes. Inside of double quotes a backslash keeps a quote or a backslash
    /// from its meaning, and stands for itself before anything else.
    String unquoted() {
        String inner = text.substring(1, text.length() - 1);
        return text.startsWith("'")
                ? inner.replace("''", "'")
                : ESCAPED.matcher(inner).replaceAll("$1");
    }

    private static Kind kind(Matcher piece) {
        if (piece.group("WORD") != null) {
            return Kind.WORD;
        }
        if (piece.group("NUMBER") != null) {
            return Kind.NUMBER;
        }
        return piece.group("QUOTED") != null ? Kind.QUOTED : Kind.SIGN;
    }

    private static MistakeException unreadable(String text, int at) {
        return switch (text.charAt(at)) {
            case '\'', '"' ->
                    new MistakeException(at + 1, "this text has no end", "close the quote");
            case '&' -> ofAnotherLanguage(at, "write and");
            case '|' -> ofAnotherLanguage(at, "write or");
            case '!' -> ofAnotherLanguage(at, "write not before a condition, or != for different");
            default -> ofAnotherLanguage(at, "write a comparison such as waiting > 100");
        };
    }

    private static MistakeException ofAnotherLanguage(int at, String wayOut) {
        return new MistakeException(at + 1, "this character means nothing here", wayOut);
    }
}
