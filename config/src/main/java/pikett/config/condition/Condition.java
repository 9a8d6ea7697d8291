package pikett.config.condition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What must hold of a reading, such as `waiting > 100 and not paused`. Immutable.
public sealed interface Condition {
    /// All values that it asks for, in the order in which they are written.
    default List<Name> names() {
        return switch (this) {
            case And(List<Condition> parts) -> names(parts);
            case Or(List<Condition> parts) -> names(parts);
            case Not(Condition inner) -> inner.names();
            case Comparison comparison -> List.of(comparison.name());
            case Flag flag -> List.of(flag.name());
        };
    }

    /// The comparisons and flags that it is made of, in the order in which they are written.
    default Stream<Condition> leaves() {
        return switch (this) {
            case And(List<Condition> parts) -> parts.stream().flatMap(Condition::leaves);
            case Or(List<Condition> parts) -> parts.stream().flatMap(Condition::leaves);
            case Not(Condition inner) -> inner.leaves();
            case Comparison _, Flag _ -> Stream.of(this);
        };
    }

    private static List<Name> names(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.names().stream()).distinct().toList();
    }

    /// All parts hold; at least two.
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /// One part holds; at least two.
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /// The inner one does not hold.
    record Not(Condition inner) implements Condition {}

    /// A value against a limit.
    ///
    /// @param window how far back is looked, where `in 10m` is written
    /// @param column where the name begins, from 1
    record Comparison(
            Name name, Operator operator, Limit limit, Optional<Duration> window, int column)
            implements Condition {}

    /// A value that is itself true or false, such as `failed`.
    ///
    /// @param column where the name begins, from 1
    record Flag(Name name, int column) implements Condition {}
}
