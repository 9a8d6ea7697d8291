package pikett.config.condition;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which value of a reading is meant: `waiting`, `body.status`, `disk('/')`, `up{job="api"}`.
///
/// @param base the first word
/// @param path the further words of a dotted name
/// @param argument what stands in parentheses
/// @param labels what stands in braces
public record Name(
        String base, List<String> path, Optional<Argument> argument, Map<String, String> labels) {
    public Name {
        path = List.copyOf(path);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /// A plain word.
    public static Name of(String base) {
        return new Name(base, List.of(), Optional.empty(), Map.of());
    }

    /// A word that is asked about a text, such as `disk('/')`.
    public static Name of(String base, String quoted) {
        return new Name(base, List.of(), Optional.of(new Argument.Quoted(quoted)), Map.of());
    }

    /// What a name is asked about.
    public sealed interface Argument {
        /// A text in quotes, as in `disk('/')`.
        record Quoted(String text) implements Argument {}

        /// Another name, as in `age(stdout)`.
        record Word(String word) implements Argument {}
    }
}
