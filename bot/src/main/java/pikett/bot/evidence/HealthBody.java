package pikett.bot.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pikett.bot.evidence.HealthPart.State;

/// The body of a health endpoint, opened up.
///
/// @param overall what the whole of it says; empty when it has no word for it
/// @param parts in the order of the body; empty when it could not be read
/// @param readable whether it was JSON
public record HealthBody(Optional<State> overall, List<HealthPart> parts, boolean readable) {
    private static final int DEEPEST = 3;
    private static final int MOST_PARTS = 40;
    private static final JsonMapper JSON =
            new JsonMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder().maxNestingDepth(64).build())
                            .build());

    /// A word in a text that came from a value which was not there: `undefined minutes ago`.
    private static final Pattern NOTHING =
            Pattern.compile("(?i)\\b(?:undefined|null|nan|none|nil|invalid date)\\b");

    private static final List<String> VERDICTS =
            List.of("status", "state", "health", "healthy", "ok");

    public HealthBody {
        parts = List.copyOf(parts);
    }

    /// Reads a body; one that is not JSON has no parts.
    public static HealthBody read(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (!root.isObject()) {
                return new HealthBody(Optional.empty(), List.of(), false);
            }
            List<HealthPart> parts = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : root.properties()) {
                if (!VERDICTS.contains(field.getKey()) || field.getValue().isContainerNode()) {
                    open(field.getKey(), field.getValue(), 1, parts);
                }
            }
            List<HealthPart> kept = parts.subList(0, Math.min(parts.size(), MOST_PARTS));
            return new HealthBody(verdict(root), kept, true);
        } catch (JsonProcessingException notJson) {
            return new HealthBody(Optional.empty(), List.of(), false);
        }
    }

    private static void open(String name, JsonNode value, int depth, List<HealthPart> parts) {
        if (!value.isObject()) {
            parts.add(leaf(name, value));
            return;
        }
        Optional<State> verdict = verdict(value);
        if (verdict.isPresent()) {
            parts.add(new HealthPart(name, verdict.get(), details(value)));
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            boolean told = verdict.isPresent() && !field.getValue().isObject();
            if (!told && depth < DEEPEST) {
                open(name + "." + field.getKey(), field.getValue(), depth + 1, parts);
            }
        }
    }

    private static HealthPart leaf(String name, JsonNode value) {
        State state = state(value);
        return new HealthPart(name, state, state == State.UNKNOWN ? "" : text(value));
    }

    /// The word that an object has for itself.
    private static Optional<State> verdict(JsonNode object) {
        for (String name : VERDICTS) {
            JsonNode value = object.get(name);
            if (value != null && !value.isContainerNode()) {
                State state = state(value);
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private static String details(JsonNode object) {
        List<String> details = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            boolean isWord = VERDICTS.contains(field.getKey());
            // A bare true or false is what the state says already.
            boolean saysMore = !(isWord && value.isBoolean());
            if (saysMore && !value.isObject() && state(value) != State.UNKNOWN) {
                details.add(isWord ? text(value) : field.getKey() + " " + text(value));
            }
        }
        return String.join(", ", details);
    }

    private static String text(JsonNode value) {
        return value.isArray() ? "[" + value.size() + "]" : value.asText();
    }

    private static State state(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return State.UNKNOWN;
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? State.WELL : State.UNWELL;
        }
        if (!value.isTextual()) {
            return State.VALUE;
        }
        String text = value.asText();
        return text.isBlank() || NOTHING.matcher(text).find() ? State.UNKNOWN : word(text.strip());
    }

    private static State word(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "ok",
                    "healthy",
                    "up",
                    "connected",
                    "ready",
                    "alive",
                    "pass",
                    "running",
                    "online",
                    "open",
                    "active" ->
                    State.WELL;
            case "degraded", "warn", "warning", "slow", "connecting", "starting", "partial" ->
                    State.DEGRADED;
            case "error",
                    "unhealthy",
                    "down",
                    "disconnected",
                    "fail",
                    "failed",
                    "closed",
                    "dead",
                    "offline",
                    "critical",
                    "stopped" ->
                    State.UNWELL;
            case "unknown", "n/a", "-" -> State.UNKNOWN;
            default -> State.VALUE;
        };
    }
}
