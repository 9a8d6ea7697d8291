package pikett.bot.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import pikett.config.Severity;

/// What a script tells a source of type `pikett`.
///
/// @param id what tells it from other alerts of the same source
/// @param title what people read first
/// @param labels beside the id
/// @param text more about it, such as the last lines of what was said; secrets may still be in it
record ScriptAlert(
        boolean over,
        String id,
        String title,
        Severity severity,
        Map<String, String> labels,
        String text) {
    static final String TYPE = "application/json";

    /// More than any card shows.
    private static final int LONGEST_TEXT = 10 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    /// As the source reads it, without secrets.
    String json(ReachOption.Reach reach) {
        ObjectNode node = JSON.createObjectNode();
        node.put("status", over ? "resolved" : "firing");
        node.put("id", id);
        node.put("title", reach.redactor().redact(title));
        node.put("severity", severity.name().toLowerCase(Locale.ROOT));
        ObjectNode named = node.putObject("labels");
        labels.forEach((name, value) -> named.put(name, reach.redactor().redact(value)));
        String clean = reach.redactor().redact(text);
        node.put("text", clean.substring(Math.max(0, clean.length() - LONGEST_TEXT)));
        return node.toString();
    }
}
