package pikett.adapters.host;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The one place that turns what a program wrote into text that a person can read and that cannot
/// lie to them.
///
/// UTF-8 with replacement characters; terminal sequences removed; of a line that was drawn again and
/// again with carriage returns only the last state; every other control or invisible character shown,
/// so that text cannot hide, reorder or erase its neighbours.
public final class ReadableText {
    private static final int PICTURES = 0x2400;

    /// Terminal sequences: CSI; OSC and its relatives up to their terminator on the same line, so that
    /// one without a terminator cannot swallow the text after it; two-character escapes.
    private static final Pattern TERMINAL_SEQUENCE =
            Pattern.compile(
                    "(?:\\x1b\\[|\\x9b)[0-?]*+[ -/]*+[@-~]"
                            + "|\\x1b[\\]PX^_][^\\x07\\x1b\\n]{0,4096}+(?:\\x07|\\x1b\\\\)"
                            + "|\\x1b[ -/]*+[0-Z\\\\^-~]");

    private ReadableText() {}

    /// The bytes as readable text.
    public static String of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    /// The text made readable.
    public static String of(String text) {
        if (text.chars().allMatch(ReadableText::isPlain)) {
            return text;
        }
        String settled = TERMINAL_SEQUENCE.matcher(text).replaceAll("").replace("\r\n", "\n");
        if (settled.indexOf('\r') >= 0) {
            settled =
                    Arrays.stream(settled.split("\n", -1))
                            .map(ReadableText::lastDrawn)
                            .collect(Collectors.joining("\n"));
        }
        StringBuilder readable = new StringBuilder(settled.length());
        settled.codePoints().forEach(c -> appendVisible(readable, c));
        return readable.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= ' ' && c < 0x7f) || c == '\n' || c == '\t';
    }

    private static String lastDrawn(String line) {
        List<String> states =
                Arrays.stream(line.split("\r", -1)).filter(state -> !state.isEmpty()).toList();
        return states.isEmpty() ? "" : states.getLast();
    }

    private static void appendVisible(StringBuilder readable, int c) {
        if (isPlain(c)) {
            readable.append((char) c);
        } else if (c < ' ') {
            readable.append((char) (PICTURES + c));
        } else if (c == 0x7f) {
            readable.append('\u2421');
        } else if (isInvisible(c)) {
            readable.append("<U+%04X>".formatted(c));
        } else {
            readable.appendCodePoint(c);
        }
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
