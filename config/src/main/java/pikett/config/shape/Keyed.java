package pikett.config.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A group of values under keys that the file chooses and that are no names of things.
///
/// @param noun what a key is, as in `the name of a label`
/// @param keys what a key looks like
/// @param each how every value is written
public record Keyed<T>(String noun, Pattern keys, Shape<T> each) implements Shape<Map<String, T>> {
    @Override
    public Optional<Map<String, T>> read(YamlNode node, Reading reading) {
        return Section.group(node, reading).flatMap(group -> read(group, reading));
    }

    private Optional<Map<String, T>> read(YamlNode.Entries group, Reading reading) {
        Map<String, T> values = new LinkedHashMap<>();
        for (YamlNode.Entry entry : group.entries()) {
            if (!keys.matcher(entry.key()).matches()) {
                reading.problem(
                        entry.at(),
                        "%s is not %s".formatted(Quote.key(entry.key()), noun),
                        "write it with letters, digits and _, as in `service`");
                continue;
            }
            each.read(entry.value(), reading.key(entry.key()))
                    .ifPresent(value -> values.put(entry.key(), value));
        }
        return values.size() == group.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    @Override
    public Object print(YamlNode node) {
        Map<String, Object> printed = new LinkedHashMap<>();
        if (node instanceof YamlNode.Entries group) {
            group.entries().forEach(entry -> printed.put(entry.key(), each.print(entry.value())));
        }
        return printed;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("propertyNames", Map.of("pattern", "^" + keys.pattern() + "$"));
        schema.put("additionalProperties", each.schema());
        return schema;
    }
}
