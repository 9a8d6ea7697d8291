package pikett.bot.log;

import java.util.function.UnaryOperator;

/// A redactor of which no text comes back longer than a log can bear: what a library says may be what a server sent it.
///
/// @param redactor sees more than is written, so that what is cut off is no piece of a secret
record Bounded(UnaryOperator<String> redactor) implements UnaryOperator<String> {
    static final int READ = 64 * 1024;
    static final int WRITTEN = 16 * 1024;

    /// Longer than any secret.
    private static final int EDGE = 8 * 1024;

    @Override
    public String apply(String text) {
        if (text.length() <= READ) {
            return cut(redactor.apply(text), WRITTEN);
        }
        String redacted = redactor.apply(text.substring(0, READ));
        return cut(redacted, Math.min(WRITTEN, Math.max(0, redacted.length() - EDGE)));
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most) + " … cut after " + most + " characters";
    }
}
