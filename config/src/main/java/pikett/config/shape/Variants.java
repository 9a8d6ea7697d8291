package pikett.config.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A group of keys whose first word decides what it is: exactly one of several sections, each known by a
/// key that only it has.
///
/// @param meaning a sentence for the person who writes the file
/// @param sections by the key that decides for it
public record Variants<T>(String meaning, Map<String, Section<? extends T>> sections)
        implements Shape<T> {
    @Override
    public Optional<T> read(YamlNode node, Reading reading) {
        return Section.group(node, reading).flatMap(group -> choose(group, reading));
    }

    private Optional<T> choose(YamlNode.Entries group, Reading reading) {
        List<YamlNode.Entry> deciding =
                group.entries().stream()
                        .filter(entry -> sections.containsKey(entry.key()))
                        .toList();
        if (deciding.size() == 1) {
            return section(deciding.getFirst()).read(group, reading).map(value -> value);
        }
        String all = String.join(", ", sections.keySet());
        if (deciding.isEmpty()) {
            reading.problem(group.at(), "one of %s is missing".formatted(all), "write one of them");
            group.entries().forEach(entry -> checkKey(entry, reading));
        } else {
            reading.problem(
                    deciding.get(1).at(),
                    "`%s` and `%s` exclude each other"
                            .formatted(deciding.get(0).key(), deciding.get(1).key()),
                    "keep exactly one of " + all);
        }
        return Optional.empty();
    }

    private void checkKey(YamlNode.Entry entry, Reading reading) {
        List<String> known =
                sections.values().stream()
                        .flatMap(section -> section.names().stream())
                        .distinct()
                        .toList();
        boolean planned =
                sections.values().stream()
                        .anyMatch(section -> section.notYet().contains(entry.key()));
        if (!known.contains(entry.key()) && !planned) {
            reading.problem(
                    entry.at(),
                    "the key %s is unknown".formatted(Quote.key(entry.key())),
                    Nearest.wayOut(entry.key(), known));
        }
    }

    private Section<? extends T> section(YamlNode.Entry deciding) {
        Section<? extends T> section = sections.get(deciding.key());
        if (section == null) {
            throw new IllegalArgumentException("decides nothing: " + deciding.key());
        }
        return section;
    }

    @Override
    public Object print(YamlNode node) {
        return node instanceof YamlNode.Entries group
                ? group.entries().stream()
                        .filter(entry -> sections.containsKey(entry.key()))
                        .findFirst()
                        .map(entry -> section(entry).print(group))
                        .orElse(Map.of())
                : Map.of();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", meaning);
        schema.put(
                "oneOf",
                sections.values().stream().map(Section::schema).collect(Collectors.toList()));
        return schema;
    }
}
