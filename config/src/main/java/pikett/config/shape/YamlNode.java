package pikett.config.shape;

import java.util.List;
import java.util.Optional;

/// A piece of the file, with its place.
public sealed interface YamlNode {
    /// Where it stands; for a mapping that belongs to a key, where the key stands.
    Position at();

    /// What a person would call it.
    default String kind() {
        return switch (this) {
            case Text text -> text.type().words;
            case Items _ -> "a list";
            case Entries _ -> "a group of keys";
            case Broken _ -> "unreadable";
        };
    }

    /// A value in one piece.
    ///
    /// @param first where its first character stands; empty when it is written otherwise than it reads,
    ///     as with an escape or over several lines
    record Text(String value, Type type, Position at, Optional<Position> first)
            implements YamlNode {
        /// Where this column of the text stands, from 1; the text itself when that cannot be told.
        ///
        /// The file counts characters as a person sees them; Java counts some of them twice.
        public Position at(int column) {
            return first.filter(_ -> column > 1)
                    .map(start -> new Position(start.line(), start.column() + before(column)))
                    .orElse(at);
        }

        private int before(int column) {
            return value.codePointCount(0, Math.min(column - 1, value.length()));
        }
    }

    /// A list.
    record Items(List<YamlNode> items, Position at) implements YamlNode {}

    /// A mapping, in the order of the file and without duplicates.
    record Entries(List<Entry> entries, Position at) implements YamlNode {
        /// The entry with this key.
        public Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        /// Where the value under these keys stands, or the last of them that is written.
        public Position at(String... path) {
            YamlNode node = this;
            for (String key : path) {
                if (!(node instanceof Entries group)) {
                    return node.at();
                }
                Optional<Entry> entry = group.find(key);
                if (entry.isEmpty()) {
                    return node.at();
                }
                node = entry.get().value();
            }
            return node.at();
        }
    }

    /// Something whose problem has been reported already; whoever meets it says no more about it.
    record Broken(Position at) implements YamlNode {}

    /// A key with its value.
    record Entry(String key, Position at, YamlNode value) {}

    /// What YAML takes an unquoted value for.
    enum Type {
        /// Quoted, or nothing else.
        TEXT("a text"),
        /// Whole or not.
        NUMBER("a number"),
        /// YAML 1.1 counts yes, no, on and off among them.
        BOOLEAN("true or false"),
        /// Nothing, `~` or `null`.
        NOTHING("empty");

        private final String words;

        Type(String words) {
            this.words = words;
        }
    }
}
