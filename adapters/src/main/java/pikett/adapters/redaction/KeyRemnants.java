package pikett.adapters.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out what is left of a private key in PEM form when its first line is not a part of the text: the
/// end of a log may begin in the middle of one.
///
/// The last line gives such a key away, and so does the shape of its middle: whole lines of base64, as long
/// as PEM makes them. A certificate has that shape too; nothing is lost with it.
final class KeyRemnants {
    private static final Pattern END =
            Pattern.compile("-----END [A-Z0-9 ]{0,40}+(?<=PRIVATE KEY|PRIVATE KEY BLOCK)-----");

    /// Lines that PEM, OpenSSH and MIME fill up have 64, 70 and 76 characters.
    private static final Pattern MIDDLE =
            Pattern.compile(
                    "(?m)^[ \\t]{0,16}+(?<secret>[A-Za-z0-9+/]{60,80}+={0,2}+"
                            + "(?:\\r?\\n[ \\t]{0,16}+[A-Za-z0-9+/]{16,80}+={0,2}+(?=\\r?$))*+)\\r?$");

    private static final Pattern UPPER = Pattern.compile("[A-Z]");
    private static final Pattern LOWER = Pattern.compile("[a-z]");
    private static final int LONGEST_KEY = 32 * 1024;
    private static final int SHORTEST_LINE = 16;

    private KeyRemnants() {}

    static String remove(String text) {
        return middles(ends(text));
    }

    private static String ends(String text) {
        Matcher end = END.matcher(text);
        StringBuilder redacted = new StringBuilder();
        int done = 0;
        while (end.find()) {
            int from = beginOfBody(text, Math.max(done, end.start() - LONGEST_KEY), end.start());
            if (from < end.start()) {
                redacted.append(text, done, from).append(Redactor.MASK);
                done = end.start();
            }
        }
        return done == 0 ? text : redacted.append(text, done, text.length()).toString();
    }

    /// Goes back from the last line over lines of base64, also when line ends were written as `\n`. The
    /// line before the last may be short.
    private static int beginOfBody(String text, int limit, int end) {
        int begin = end;
        int at = end;
        while (true) {
            while (at > limit && isBetweenLines(text, at - 1)) {
                at--;
            }
            int lineEnd = at;
            while (at > limit && isBase64(text.charAt(at - 1))) {
                at--;
            }
            int shortest = begin == end ? 1 : SHORTEST_LINE;
            if (lineEnd - at < shortest) {
                return begin;
            }
            begin = at;
        }
    }

    /// White space, or either character of a written `\n`. Between two lines the letter counts as a part
    /// of the line after it, which does no harm.
    private static boolean isBetweenLines(String text, int at) {
        char c = text.charAt(at);
        boolean written = (c == 'n' || c == 'r') && at > 0 && text.charAt(at - 1) == '\\';
        return Character.isWhitespace(c) || c == '\\' || written;
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '=';
    }

    /// Sums and numbers in hexadecimal have no letters of both cases.
    private static String middles(String text) {
        Matcher middle = MIDDLE.matcher(text);
        StringBuilder redacted = new StringBuilder();
        int done = 0;
        while (middle.find()) {
            String lines = middle.group("secret");
            if (UPPER.matcher(lines).find() && LOWER.matcher(lines).find()) {
                redacted.append(text, done, middle.start("secret")).append(Redactor.MASK);
                done = middle.end("secret");
            }
        }
        return done == 0 ? text : redacted.append(text, done, text.length()).toString();
    }
}
