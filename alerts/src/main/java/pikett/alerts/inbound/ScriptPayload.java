package pikett.alerts.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import pikett.alerts.alert.Status;
import pikett.alerts.label.Labels;

/// What `pikett notify` and `pikett wrap` send: `{status, id, title, severity, labels, text}`. For one
/// payload.
final class ScriptPayload {
    private static final int LONGEST_TITLE = 200;

    /// As much as a card shows; what went wrong stands at the end.
    private static final int LONGEST_TEXT = 380;

    private static final String ID = "id";

    private final String source;
    private final Instant now;
    private final UnaryOperator<String> redaction;
    private final Severities severities = new Severities();

    ScriptPayload(String source, Instant now, UnaryOperator<String> redaction) {
        this.source = source;
        this.now = now;
        this.redaction = redaction;
    }

    Decoded decode(JsonNode root) {
        String id = needed(root, ID);
        Status status =
                switch (needed(root, "status")) {
                    case "firing" -> Status.FIRING;
                    case "resolved" -> Status.RESOLVED;
                    default -> throw new RefusedException("/status must be firing or resolved.");
                };
        Statement statement =
                new Statement(
                        source,
                        labels(root, id),
                        status,
                        severities.of(at(root, "severity")),
                        Optional.empty(),
                        now,
                        account(root, id));
        return new Decoded.Understood(List.of(statement), List.of(), severities.strange());
    }

    /// What the alert is about is its name, unless a script gives it another: two that share nothing else
    /// are two incidents then.
    private Labels labels(JsonNode root, String id) {
        Map<String, String> labels = new TreeMap<>();
        JsonNode given = root.path("labels");
        if (!given.isMissingNode() && !given.isObject()) {
            throw new RefusedException("/labels must be an object of names and values.");
        }
        given.properties()
                .forEach(label ->
                        JsonTree.text(label.getValue(), "/labels/" + label.getKey())
                                .ifPresent(value -> labels.put(label.getKey(), value)));
        labels.putIfAbsent(Labels.ALERT_NAME, id);
        if (!id.equals(labels.get(Labels.ALERT_NAME))) {
            labels.put(ID, id);
        }
        return LabelLimits.of(labels, redaction, "/labels");
    }

    private Account account(JsonNode root, String id) {
        return new Account(
                Optional.of(Cut.to(redaction.apply(at(root, "title").orElse(id)), LONGEST_TITLE)),
                Optional.empty(),
                at(root, "text").map(redaction).map(ScriptPayload::end),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static String end(String text) {
        String said = text.strip();
        if (said.length() <= LONGEST_TEXT) {
            return said;
        }
        int start = said.length() - LONGEST_TEXT;
        // Never half a character.
        String end =
                said.substring(Character.isLowSurrogate(said.charAt(start)) ? start + 1 : start);
        return "…" + end.substring(end.indexOf('\n') + 1);
    }

    private static String needed(JsonNode root, String name) {
        return at(root, name)
                .orElseThrow(() -> new RefusedException("/%s is missing.".formatted(name)));
    }

    private static Optional<String> at(JsonNode root, String name) {
        return JsonTree.text(root.path(name), "/" + name);
    }
}
