package pikett.config.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One value, or a list of a few.
///
/// @param each how every one is written
/// @param most how many there may be
public record OneOrMore<T>(Shape<T> each, int most) implements Shape<List<T>> {
    @Override
    public Optional<List<T>> read(YamlNode node, Reading reading) {
        if (node instanceof YamlNode.Items(List<YamlNode> items, Position at)) {
            if (items.size() > most) {
                reading.problem(
                        at, "these are too many", "keep at most %d of them".formatted(most));
                return Optional.empty();
            }
            return new Listed<>(each, 1).read(node, reading);
        }
        return each.read(node, reading).map(List::of);
    }

    @Override
    public Object print(YamlNode node) {
        return node instanceof YamlNode.Items
                ? new Listed<>(each, 1).print(node)
                : each.print(node);
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> list = new LinkedHashMap<>(new Listed<>(each, 1).schema());
        list.put("maxItems", most);
        return Map.of("oneOf", List.of(each.schema(), list));
    }
}
