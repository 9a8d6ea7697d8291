package pikett.bot.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Folds a log: what repeats becomes one line with a number, what a stack trace adds is left out.
public final class LogFold {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int COMPARED = 500;

    /// A time at the beginning of a line says nothing about what happened.
    private static final Pattern LEADING_TIME =
            Pattern.compile(
                    "^\\s*\\[?(?:\\d{4}-\\d\\d-\\d\\d[T ])?\\d\\d:\\d\\d(?::\\d\\d)?(?:[.,]\\d{1,9})?"
                            + "(?:Z|[+-]\\d\\d:?\\d\\d)?]?[:,]?\\s+");

    private static final Pattern UUID =
            Pattern.compile("\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b");
    private static final Pattern HEX_ID =
            Pattern.compile("\\b(?=[0-9a-fA-F]*[0-9])[0-9a-fA-F]{8,}\\b|\\b0x[0-9a-fA-F]+\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");

    /// Looked for at the beginning only, and nothing in it may match in two ways: a line of a log can be
    /// as long as its writer likes.
    private static final Pattern STACK_FRAME =
            Pattern.compile(
                    "\\s++at\\s|\\s*+\\.\\.\\. \\d{1,9} more$|\\s++File \"[^\"]{0,4096}+\", line \\d"
                            + "|Traceback \\(most recent");

    private static final Pattern ERROR =
            Pattern.compile(
                    "(?i:\\b(?:error|exception|fatal|panic|failed|failure|refused|unhandled|"
                            + "critical|segfault|traceback|denied|timed out|bad mac|"
                            + "connection closed|out of memory|oom)\\b)"
                            + "|[a-z](?:Error|Exception)\\b|\\bE[A-Z]{5,}\\b");

    private LogFold() {}

    /// The lines, oldest first, folded: the last to happen comes first.
    public static List<FoldedLine> fold(List<String> lines) {
        Map<String, FoldedLine> folded = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.isBlank() || STACK_FRAME.matcher(line).lookingAt()) {
                continue;
            }
            FoldedLine read = read(line);
            String key = key(read.text());
            FoldedLine before = folded.remove(key);
            int times = before == null ? 1 : before.times() + 1;
            boolean error = read.error() || (before != null && before.error());
            // Taken out and put in again: the order is that of the last time it was written.
            folded.put(key, new FoldedLine(read.text(), times, error));
        }
        List<FoldedLine> latestFirst = new ArrayList<>(folded.values());
        Collections.reverse(latestFirst);
        return List.copyOf(latestFirst);
    }

    /// What two lines must share to count as the same.
    static String key(String text) {
        String compared = text.length() > COMPARED ? text.substring(0, COMPARED) : text;
        String key = UUID.matcher(compared).replaceAll("#");
        key = HEX_ID.matcher(key).replaceAll("#");
        return NUMBER.matcher(key).replaceAll("#");
    }

    private static FoldedLine read(String line) {
        if (line.startsWith("{")) {
            try {
                JsonNode json = JSON.readTree(line);
                String message = json.path("msg").asText(json.path("message").asText(""));
                if (!message.isBlank()) {
                    return new FoldedLine(
                            message, 1, isErrorLevel(json.path("level")) || isError(message));
                }
            } catch (JsonProcessingException notJson) {
                return plain(line);
            }
        }
        return plain(line);
    }

    private static FoldedLine plain(String line) {
        String text = LEADING_TIME.matcher(line).replaceFirst("").strip();
        return new FoldedLine(text, 1, isError(text));
    }

    /// Numbers as pino and bunyan write them, or words.
    private static boolean isErrorLevel(JsonNode level) {
        if (level.isNumber()) {
            return level.asInt() >= 50;
        }
        return switch (level.asText("").toLowerCase(Locale.ROOT)) {
            case "error", "fatal", "critical", "panic", "alert", "emerg" -> true;
            default -> false;
        };
    }

    private static boolean isError(String text) {
        return ERROR.matcher(text).find();
    }
}
