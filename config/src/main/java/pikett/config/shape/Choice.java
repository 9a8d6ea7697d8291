package pikett.config.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keys of which exactly one must be written.
///
/// @param alternatives each with the value it stands for
public record Choice<V>(List<Key<? extends V>> alternatives) implements Part<V> {
    @Override
    public List<String> names() {
        return alternatives.stream().map(Key::name).toList();
    }

    @Override
    public Optional<V> read(YamlNode.Entries section, Reading reading) {
        List<YamlNode.Entry> chosen =
                section.entries().stream().filter(entry -> names().contains(entry.key())).toList();
        String all = String.join(", ", names());
        if (chosen.isEmpty()) {
            reading.problem(
                    section.at(), "one of %s is missing".formatted(all), "write one of them");
        }
        if (chosen.size() > 1) {
            reading.problem(
                    chosen.get(1).at(),
                    "`%s` and `%s` exclude each other"
                            .formatted(chosen.get(0).key(), chosen.get(1).key()),
                    "keep exactly one of " + all);
        }
        Optional<V> value = Optional.empty();
        for (Key<? extends V> alternative : alternatives) {
            if (section.find(alternative.name()).isPresent()) {
                // Read all that are there, so that each one's problems come to light.
                value = alternative.read(section, reading).map(found -> found);
            }
        }
        return chosen.size() == 1 ? value : Optional.empty();
    }

    @Override
    public void print(YamlNode.Entries section, Map<String, Object> printed) {
        alternatives.stream()
                .filter(alternative -> section.find(alternative.name()).isPresent())
                .forEach(alternative -> alternative.print(section, printed));
    }

    @Override
    public void describe(SectionSchema schema) {
        alternatives.forEach(
                alternative -> schema.property(alternative.name(), alternative.schema()));
        schema.requireOneOf(names());
    }
}
