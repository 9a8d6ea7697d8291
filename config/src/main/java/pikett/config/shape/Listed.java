package pikett.config.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A list of values.
///
/// @param each how every one is written
/// @param least how many there must be
public record Listed<T>(Shape<T> each, int least) implements Shape<List<T>> {
    @Override
    public Optional<List<T>> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Items(List<YamlNode> items, Position at))) {
            if (!(node instanceof YamlNode.Broken)) {
                reading.problem(
                        node.at(),
                        "a list belongs here, this is " + node.kind(),
                        "put it in brackets, as in [one, another]");
            }
            return Optional.empty();
        }
        if (items.size() < least) {
            reading.problem(at, "the list is empty", "put something into it");
            return Optional.empty();
        }
        List<T> values = new ArrayList<>();
        for (YamlNode item : items) {
            each.read(item, reading).ifPresent(values::add);
        }
        return values.size() == items.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    @Override
    public Object print(YamlNode node) {
        return node instanceof YamlNode.Items(List<YamlNode> items, Position _)
                ? items.stream().map(each::print).toList()
                : List.of();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", each.schema());
        if (least > 0) {
            schema.put("minItems", least);
        }
        return schema;
    }
}
