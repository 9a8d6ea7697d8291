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
import pikett.config.SourceConfig.Mapping;
import pikett.config.SourceConfig.ResolvedWhen;

/// A JSON object of somebody's own, in which JSON pointers say where the parts of an alert stand. For one
/// payload.
final class MappedPayload {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final String source;
    private final Mapping mapping;
    private final Instant now;
    private final UnaryOperator<String> redaction;
    private final Severities severities = new Severities();

    MappedPayload(String source, Mapping mapping, Instant now, UnaryOperator<String> redaction) {
        this.source = source;
        this.mapping = mapping;
        this.now = now;
        this.redaction = redaction;
    }

    Decoded decode(JsonNode root) {
        String title = needed(root, mapping.title(), "the title");
        Optional<Instant> began =
                mapping.startsAt().flatMap(pointer -> Times.began(at(root, pointer), pointer, now));
        Statement statement =
                new Statement(
                        source,
                        labels(root, title),
                        status(root),
                        severities.of(mapping.severity().flatMap(pointer -> at(root, pointer))),
                        began,
                        now,
                        account(root, title));
        return new Decoded.Understood(List.of(statement), List.of(), severities.strange());
    }

    private Status status(JsonNode root) {
        return mapping.resolvedWhen().filter(when -> over(root, when)).isPresent()
                ? Status.RESOLVED
                : Status.FIRING;
    }

    private static boolean over(JsonNode root, ResolvedWhen when) {
        String found = needed(root, when.pointer(), "what says whether the alert is over");
        return found.equals(when.value()) == when.equal();
    }

    /// The name of the source is the name of the alert, unless the mapping has another: what tells it from
    /// others must stay when its title changes.
    private Labels labels(JsonNode root, String title) {
        Map<String, String> labels = new TreeMap<>();
        mapping.labels()
                .forEach((name, pointer) ->
                        at(root, pointer).ifPresent(text -> labels.put(name, text)));
        labels.putIfAbsent(Labels.ALERT_NAME, source);
        if (mapping.fingerprint().isEmpty()) {
            labels.putIfAbsent("title", title);
        }
        for (String pointer : mapping.fingerprint()) {
            String name = pointer.substring(1).replaceAll("[^A-Za-z0-9_]", "_");
            String value = needed(root, pointer, "what tells one alert from another");
            labels.merge(
                    name.matches("[0-9].*") ? "_" + name : name,
                    value,
                    (mapped, own) -> mapped.equals(own) ? own : mapped + " " + own);
        }
        return LabelLimits.of(labels, redaction, "the payload");
    }

    private Account account(JsonNode root, String title) {
        return new Account(
                Optional.of(Cut.to(redaction.apply(title), LONGEST_TITLE)),
                Optional.empty(),
                mapping.description()
                        .flatMap(pointer -> at(root, pointer))
                        .map(text -> Cut.to(redaction.apply(text), LONGEST_DESCRIPTION)),
                Optional.empty(),
                mapping.link().flatMap(pointer -> at(root, pointer)).map(redaction),
                0,
                Optional.empty());
    }

    private static String needed(JsonNode root, String pointer, String what) {
        return at(root, pointer)
                .orElseThrow(() ->
                        new RefusedException(
                                "%s is missing or empty: %s should stand there."
                                        .formatted(pointer, what)));
    }

    private static Optional<String> at(JsonNode root, String pointer) {
        return JsonTree.text(root.at(pointer), pointer);
    }
}
