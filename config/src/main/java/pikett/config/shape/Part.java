package pikett.config.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of a section: one key, or a choice between several.
///
/// @param <V> what the program gets from it
public sealed interface Part<V> permits Key, Choice {
    /// The keys that belong to it.
    List<String> names();

    /// Its value in the section; empty when something is wrong, which has been reported.
    Optional<V> read(YamlNode.Entries section, Reading reading);

    /// Adds what the section effectively says about it.
    void print(YamlNode.Entries section, Map<String, Object> printed);

    /// Adds what editors should know.
    void describe(SectionSchema schema);
}
