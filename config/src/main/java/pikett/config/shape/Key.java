package pikett.config.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One key of a section: what it is called, how its value is written, what holds without it.
///
/// @param name as it is written
/// @param shape how its value is written
/// @param absent what holds when it is not written
/// @param meaning a sentence for the person who writes the file
/// @param example a value as it is written; empty when the shape says enough
public record Key<V>(
        String name, Shape<V> shape, Absent<V> absent, String meaning, Optional<Object> example)
        implements Part<V> {

    /// What holds when a key is not written.
    sealed interface Absent<V> {
        /// That is a problem.
        record Problem<V>() implements Absent<V> {}

        /// A value that needs no words.
        record Silent<V>(V value) implements Absent<V> {}

        /// The same as if this were written.
        record Written<V>(YamlNode node) implements Absent<V> {}
    }

    /// A key that must be there.
    public static <V> Key<V> required(String name, Shape<V> shape, String meaning) {
        return new Key<>(name, shape, new Absent.Problem<>(), meaning, Optional.empty());
    }

    /// A key that may be left out, and then means nothing.
    public static <V> Key<Optional<V>> optional(String name, Shape<V> shape, String meaning) {
        return new Key<>(
                name,
                shape.map(Optional::of),
                new Absent.Silent<>(Optional.empty()),
                meaning,
                Optional.empty());
    }

    /// A key that may be left out, and then means the default, in the notation of the file.
    public static <V> Key<V> defaulting(
            String name, Shape<V> shape, YamlNode.Type type, String written, String meaning) {
        YamlNode node = new YamlNode.Text(written, type, new Position(1, 1), Optional.empty());
        return new Key<>(name, shape, new Absent.Written<>(node), meaning, Optional.empty());
    }

    /// A list that may be left out, and then means these, in the notation of the file.
    public static <V> Key<V> defaulting(
            String name, Shape<V> shape, List<String> written, String meaning) {
        Position nowhere = new Position(1, 1);
        List<YamlNode> items =
                written.stream()
                        .<YamlNode>map(text ->
                                new YamlNode.Text(
                                        text, YamlNode.Type.TEXT, nowhere, Optional.empty()))
                        .toList();
        YamlNode node = new YamlNode.Items(items, nowhere);
        return new Key<>(name, shape, new Absent.Written<>(node), meaning, Optional.empty());
    }

    /// A key that may be left out, and then means this value.
    public static <V> Key<V> orElse(String name, Shape<V> shape, V value, String meaning) {
        return new Key<>(name, shape, new Absent.Silent<>(value), meaning, Optional.empty());
    }

    /// A section that may be left out, and then has the defaults of its keys.
    public static <V> Key<V> section(String name, Section<V> section, String meaning) {
        YamlNode nothing = new YamlNode.Entries(List.of(), new Position(1, 1));
        return new Key<>(name, section, new Absent.Written<>(nothing), meaning, Optional.empty());
    }

    /// The same key with an example of its value.
    public Key<V> example(Object value) {
        return new Key<>(name, shape, absent, meaning, Optional.of(value));
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public Optional<V> read(YamlNode.Entries section, Reading reading) {
        Optional<YamlNode.Entry> entry = section.find(name);
        if (entry.isPresent()) {
            return shape.read(entry.get().value(), reading.key(name));
        }
        return switch (absent) {
            case Absent.Silent<V>(V value) -> Optional.of(value);
            case Absent.Written<V>(YamlNode node) -> shape.read(node, reading.key(name));
            case Absent.Problem<V>() -> {
                reading.problem(
                        section.at(), "`%s` is missing".formatted(name), "add it: " + meaning);
                yield Optional.empty();
            }
        };
    }

    @Override
    public void print(YamlNode.Entries section, Map<String, Object> printed) {
        Optional<YamlNode> node =
                section.find(name)
                        .map(YamlNode.Entry::value)
                        .or(() ->
                                absent instanceof Absent.Written<V>(YamlNode written)
                                        ? Optional.of(written)
                                        : Optional.empty());
        node.ifPresent(written -> printed.put(name, shape.print(written)));
    }

    @Override
    public void describe(SectionSchema schema) {
        schema.property(name, schema());
        if (absent instanceof Absent.Problem<V>) {
            schema.require(name);
        }
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", meaning);
        schema.putAll(shape.schema());
        if (absent instanceof Absent.Written<V>(YamlNode node)
                && !(node instanceof YamlNode.Entries)) {
            schema.put("default", shape.print(node));
        }
        example.ifPresent(value -> schema.put("examples", List.of(value)));
        return schema;
    }
}
