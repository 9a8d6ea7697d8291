package pikett.config.shape;

import java.util.IdentityHashMap;
import java.util.Optional;

/// What stands under the keys of one section of one file.
public final class Values {
    private final YamlNode.Entries section;
    private final IdentityHashMap<Part<?>, Object> values = new IdentityHashMap<>();
    private boolean complete = true;

    Values(YamlNode.Entries section) {
        this.section = section;
    }

    /// Reads the part into here.
    <V> void read(Part<V> part, Reading reading) {
        Optional<V> value = part.read(section, reading);
        if (value.isPresent()) {
            values.put(part, value.get());
        } else {
            complete = false;
        }
    }

    /// Whether every part has a value.
    boolean complete() {
        return complete;
    }

    /// The value of a part of this section.
    // Only read() puts values in, and it pairs each part with a value of its own type.
    @SuppressWarnings("unchecked")
    public <V> V get(Part<V> part) {
        Object value = values.get(part);
        if (value == null) {
            throw new IllegalArgumentException("not a part of this section: " + part.names());
        }
        return (V) value;
    }

    /// Where the value of the key stands; the section itself when it is not written.
    public Position at(Key<?> key) {
        return section.find(key.name()).map(entry -> entry.value().at()).orElse(section.at());
    }

    /// What is written in this section.
    public YamlNode.Entries written() {
        return section;
    }
}
