package pikett.alerts.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pikett.alerts.label.Labels;

/// One alert as Alertmanager, and others after it, write it: labels, annotations, times.
///
/// @param at where it stands, as a JSON pointer
/// @param labels at least one
record AlertNode(JsonNode node, String at, Map<String, String> labels) {
    private static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_DESCRIPTION = 2_000;

    static AlertNode of(JsonNode node, String at) {
        if (!node.isObject()) {
            throw new RefusedException(
                    "%s must be an object, here it is %s.".formatted(at, JsonTree.kind(node)));
        }
        Map<String, String> labels = texts(node.path("labels"), at + "/labels");
        if (labels.isEmpty()) {
            throw new RefusedException(
                    "%s/labels is empty: an alert is known by its labels.".formatted(at));
        }
        return new AlertNode(node, at, labels);
    }

    Optional<Instant> began(Instant now) {
        return Times.began(text("startsAt"), at + "/startsAt", now);
    }

    Optional<String> severity() {
        return Optional.ofNullable(labels.get(Labels.SEVERITY));
    }

    /// @param redaction takes secrets out of a text, before it is shortened
    /// @param links the names of the addresses, of which the first that is there counts
    Account account(UnaryOperator<String> redaction, String... links) {
        Map<String, String> said = texts(node.path("annotations"), at + "/annotations");
        said.replaceAll((_, text) -> redaction.apply(text));
        return new Account(
                Optional.empty(),
                Optional.ofNullable(said.get("summary")).map(text -> Cut.to(text, LONGEST_SUMMARY)),
                Stream.of("description", "message")
                        .flatMap(name -> Optional.ofNullable(said.get(name)).stream())
                        .findFirst()
                        .map(text -> Cut.to(text, LONGEST_DESCRIPTION)),
                Optional.ofNullable(said.get("runbook_url")),
                Stream.of(links).flatMap(name -> text(name).stream()).findFirst().map(redaction),
                0,
                Optional.empty());
    }

    Optional<String> text(String name) {
        return JsonTree.text(node.path(name), at + "/" + name);
    }

    /// The texts of an object by their names; none where there is no object.
    static Map<String, String> texts(JsonNode node, String at) {
        Map<String, String> texts = new TreeMap<>();
        if (node.isMissingNode() || node.isNull()) {
            return texts;
        }
        if (!node.isObject()) {
            throw new RefusedException(
                    "%s must be an object, here it is %s.".formatted(at, JsonTree.kind(node)));
        }
        node.properties()
                .forEach(entry ->
                        JsonTree.text(entry.getValue(), at + "/" + Cut.to(entry.getKey(), 60))
                                .ifPresent(text -> texts.put(entry.getKey(), text)));
        return texts;
    }
}
