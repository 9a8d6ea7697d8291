package pikett.bot.inbound;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer.
///
/// @param status HTTP status
/// @param contentType with its charset
/// @param headers what else its head says, by name
public record Page(int status, String contentType, String body, Map<String, String> headers) {
    public Page {
        headers = Map.copyOf(headers);
    }

    public Page(int status, String contentType, String body) {
        this(status, contentType, body, Map.of());
    }

    /// A sentence for whoever reads the answer; ends with a line break.
    public static Page text(int status, String sentence) {
        return new Page(status, "text/plain;charset=utf-8", sentence + "\n");
    }

    public static Page json(int status, String body) {
        return new Page(status, "application/json", body + "\n");
    }

    /// Not now. Never 429: senders such as Alertmanager give up at once on that.
    public static Page later(String why, Duration after) {
        return text(503, why).with("Retry-After", Long.toString(Math.max(1, after.toSeconds())));
    }

    public Page with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Page(status, contentType, body, more);
    }
}
