package pikett.config.shape;

import java.util.regex.Pattern;

/// Shows a piece of the file in a message, so that it can neither spoil the message nor give a secret away.
final class Quote {
    private static final Pattern KEY = Pattern.compile("[\\p{Alnum}_.<>/-]{1,48}");
    private static final int LONGEST = 60;

    private Quote() {}

    /// A key, if it looks like one: a text that slipped into a key's place may be a secret.
    static String key(String text) {
        return KEY.matcher(text).matches() ? "`" + text + "`" : "here";
    }

    /// A value that is not a secret.
    static String value(String text) {
        String visible = text.replaceAll("\\p{C}", "�").replace('`', '\'');
        return visible.codePointCount(0, visible.length()) <= LONGEST
                ? "`" + visible + "`"
                : "`" + visible.substring(0, visible.offsetByCodePoints(0, LONGEST)) + "…`";
    }
}
