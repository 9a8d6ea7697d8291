package pikett.alerts.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.config.condition.Name;

/// The values of a reading. What was not found is not in it, which a condition takes as unknown.
public record Values(Map<Name, Value> byName) {
    public Values {
        byName = Map.copyOf(byName);
    }

    /// The value of that name, which is its text for a document; where the name has a path, what a document
    /// holds there. Empty when it was not found.
    public Optional<Value> get(Name name) {
        Value exact = byName.get(name);
        if (exact != null) {
            return Optional.of(
                    exact instanceof Value.Document(JsonNode _, String text)
                            ? new Value.Text(text)
                            : exact);
        }
        Name whole = new Name(name.base(), List.of(), name.argument(), name.labels());
        return byName.get(whole) instanceof Value.Document(JsonNode root, String _)
                ? opened(root, name.path())
                : Optional.empty();
    }

    /// Whether there is a value of exactly that name.
    public boolean has(Name name) {
        return byName.containsKey(name);
    }

    private static Optional<Value> opened(JsonNode root, List<String> path) {
        JsonNode node = root;
        for (String word : path) {
            node = node.path(word);
        }
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (node.isNumber()) {
            return Optional.of(new Value.Quantity(node.doubleValue()));
        }
        if (node.isTextual()) {
            return Optional.of(new Value.Text(node.textValue()));
        }
        return Optional.of(
                node.isBoolean()
                        ? new Value.Flag(node.booleanValue())
                        : new Value.Document(node, node.toString()));
    }
}
