package pikett.config.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A group of things, each under a name of its own.
///
/// @param kind what they are
/// @param each how every one is written
public record Named<T>(Kind kind, Shape<T> each) implements Shape<Map<String, T>> {
    /// Short enough for a button together with a command, and the same in every alphabet's keyboard.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    @Override
    public Optional<Map<String, T>> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Entries group)) {
            reading.giveUp(kind);
            if (!(node instanceof YamlNode.Broken)) {
                reading.problem(
                        node.at(),
                        "a group of names belongs here, each with one %s; this is %s"
                                .formatted(kind.noun(), node.kind()),
                        "write them one below the other, indented, as `name: …`");
            }
            return Optional.empty();
        }
        Map<String, T> values = new LinkedHashMap<>();
        for (YamlNode.Entry entry : group.entries()) {
            reading.declare(kind, entry.key());
            boolean named = checkName(entry, reading);
            Optional<T> value = each.read(entry.value(), reading.entry(kind, entry.key()));
            value.filter(_ -> named).ifPresent(sound -> values.put(entry.key(), sound));
        }
        return values.size() == group.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    private boolean checkName(YamlNode.Entry entry, Reading reading) {
        if (NAME.matcher(entry.key()).matches()) {
            return true;
        }
        reading.problem(
                entry.at(),
                "this is not a name for a " + kind.noun(),
                "use up to 40 of the letters a-z and A-Z, digits, - _ and . and begin with a letter"
                        + " or digit");
        return false;
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
        schema.put("propertyNames", Map.of("pattern", "^" + NAME.pattern() + "$"));
        schema.put("additionalProperties", each.schema());
        return schema;
    }
}
