package pikett.playground.telegram.text;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A stretch of text with a meaning.
///
/// @param offset first UTF-16 unit
/// @param length in UTF-16 units, at least one
/// @param argument address, language, user id or emoji id, where the kind has one
public record Entity(EntityKind kind, int offset, int length, @Nullable String argument) {
    /// Earlier first, of two that start together the longer first, and then by kind.
    public static final Comparator<Entity> OUTER_FIRST =
            Comparator.comparingInt(Entity::offset)
                    .thenComparing(Comparator.comparingInt(Entity::length).reversed())
                    .thenComparing(Entity::kind);

    public Entity {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("an entity covers at least one unit: " + kind);
        }
    }

    public Entity(EntityKind kind, int offset, int length) {
        this(kind, offset, length, null);
    }

    /// One past the last UTF-16 unit.
    public int end() {
        return offset + length;
    }
}
