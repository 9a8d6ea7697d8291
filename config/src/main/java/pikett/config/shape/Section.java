package pikett.config.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// A group of known keys that together make one value.
///
/// @param meaning a sentence for the person who writes the file
/// @param parts its keys, in the order in which they are printed
/// @param notYet keys that belong here by design and that this version does not know how to honour
/// @param build makes the value when every part is sound
/// @param check looks at parts together; only called when every part is sound
public record Section<T>(
        String meaning,
        List<Part<?>> parts,
        List<String> notYet,
        Function<Values, T> build,
        BiConsumer<Values, Reading> check)
        implements Shape<T> {

    /// A section of these parts.
    public static <T> Section<T> of(String meaning, Function<Values, T> build, Part<?>... parts) {
        return new Section<>(meaning, List.of(parts), List.of(), build, (_, _) -> {});
    }

    /// The same section, which refuses these keys as not available yet.
    public Section<T> notYet(String... keys) {
        return new Section<>(meaning, parts, List.of(keys), build, check);
    }

    /// The same section with a rule over several of its parts.
    public Section<T> checking(BiConsumer<Values, Reading> rule) {
        return new Section<>(meaning, parts, notYet, build, check.andThen(rule));
    }

    @Override
    public Optional<T> read(YamlNode node, Reading reading) {
        return group(node, reading).flatMap(section -> read(section, reading));
    }

    /// The node as a group of keys; anything else is reported.
    static Optional<YamlNode.Entries> group(YamlNode node, Reading reading) {
        if (node instanceof YamlNode.Entries section) {
            return Optional.of(section);
        }
        if (!(node instanceof YamlNode.Broken)) {
            reading.problem(
                    node.at(),
                    "a group of keys belongs here, this is " + node.kind(),
                    "write the keys one below the other, indented, as `key: value` with a space after the"
                            + " colon");
        }
        return Optional.empty();
    }

    private Optional<T> read(YamlNode.Entries section, Reading reading) {
        boolean known = true;
        for (YamlNode.Entry entry : section.entries()) {
            known &= checkKey(entry, reading);
        }
        Values values = new Values(section);
        parts.forEach(part -> values.read(part, reading));
        if (!values.complete()) {
            return Optional.empty();
        }
        check.accept(values, reading);
        return known ? Optional.of(build.apply(values)) : Optional.empty();
    }

    private boolean checkKey(YamlNode.Entry entry, Reading reading) {
        if (names().contains(entry.key())) {
            return true;
        }
        if (notYet.contains(entry.key())) {
            reading.problem(
                    entry.at(),
                    "`%s` is not available yet".formatted(entry.key()),
                    "remove it; this version of Pikett cannot honour it");
        } else {
            reading.problem(
                    entry.at(),
                    "the key %s is unknown".formatted(Quote.key(entry.key())),
                    Nearest.wayOut(entry.key(), names()));
        }
        return false;
    }

    /// Every key that may be written.
    List<String> names() {
        return parts.stream().flatMap(part -> part.names().stream()).toList();
    }

    @Override
    public Object print(YamlNode node) {
        Map<String, Object> printed = new LinkedHashMap<>();
        if (node instanceof YamlNode.Entries section) {
            parts.forEach(part -> part.print(section, printed));
        }
        return printed;
    }

    @Override
    public Map<String, Object> schema() {
        SectionSchema schema = new SectionSchema();
        parts.forEach(part -> part.describe(schema));
        return schema.toMap(meaning);
    }
}
