package pikett.alerts.condition;

import java.util.List;
import java.util.Set;
import pikett.alerts.check.Truth;
import pikett.config.condition.Name;

/// What a reading says of a condition.
public sealed interface Verdict {
    /// It holds.
    ///
    /// @param because the values that make it so, in the order of the condition
    record Holds(List<Fact> because) implements Verdict {
        public Holds {
            because = List.copyOf(because);
        }
    }

    /// It does not hold.
    ///
    /// @param because the values that make it so, in the order of the condition
    record Not(List<Fact> because) implements Verdict {
        public Not {
            because = List.copyOf(because);
        }
    }

    /// It cannot be told.
    ///
    /// @param missing what was not found, or is no value of the kind that the condition compares
    record Unknown(Set<Name> missing) implements Verdict {
        public Unknown {
            missing = Set.copyOf(missing);
        }
    }

    default Truth truth() {
        return switch (this) {
            case Holds _ -> Truth.HOLDS;
            case Not _ -> Truth.NOT;
            case Unknown _ -> Truth.UNKNOWN;
        };
    }
}
