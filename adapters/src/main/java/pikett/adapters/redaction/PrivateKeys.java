package pikett.adapters.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes private keys in PEM form out of a text, also those whose end is cut off.
final class PrivateKeys {
    private static final Pattern BEGIN =
            Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}+(?<=PRIVATE KEY|PRIVATE KEY BLOCK)-----");
    private static final String END = "-----END ";
    private static final int NONE = -1;
    private static final int LONGEST_KEY = 32 * 1024;

    /// A piece of a key whose end is missing, over lines and also when line ends were written as `\n`.
    private static final Pattern BODY = Pattern.compile("\\s|\\\\[nr]|[A-Za-z0-9+/=]{16,}+");

    private PrivateKeys() {}

    static String remove(String text) {
        Matcher begin = BEGIN.matcher(text);
        StringBuilder redacted = new StringBuilder();
        int done = 0;
        int end = 0;
        while (begin.find()) {
            int from = begin.end();
            if (from <= done || text.startsWith(Redactor.MASK, from)) {
                continue;
            }
            if (end != NONE && end < from) {
                end = text.indexOf(END, from);
            }
            redacted.append(text, done, from).append(Redactor.MASK);
            done = end != NONE && end - from <= LONGEST_KEY ? end : endOfBody(text, from);
        }
        return done == 0 ? text : redacted.append(text, done, text.length()).toString();
    }

    private static int endOfBody(String text, int from) {
        Matcher body = BODY.matcher(text).region(from, text.length());
        int at = from;
        while (body.lookingAt()) {
            at = body.end();
            body.region(at, text.length());
        }
        return at;
    }
}
