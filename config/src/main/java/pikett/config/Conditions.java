package pikett.config;

import java.util.List;
import pikett.config.condition.Condition;

/// When something is bad, and how bad: one condition of a list that holds is enough.
///
/// @param critical `critical-when`
/// @param warning `warning-when`
public record Conditions(List<Condition> critical, List<Condition> warning) {
    /// Nothing is ever bad.
    public static final Conditions NONE = new Conditions(List.of(), List.of());

    public Conditions {
        critical = List.copyOf(critical);
        warning = List.copyOf(warning);
    }

    public boolean isEmpty() {
        return critical.isEmpty() && warning.isEmpty();
    }
}
