package pikett.alerts.mute;

import java.util.List;
import java.util.function.UnaryOperator;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matchers;

/// A firing alert that matches `source` hides those that match `target`, if both have the same values
/// of the labels of `equal`.
public record Inhibition(Matchers source, Matchers target, List<String> equal) {
    public Inhibition {
        equal = List.copyOf(equal);
    }

    boolean hides(Labels cause, Labels effect) {
        return source.match(cause) && target.match(effect) && key(cause).equals(key(effect));
    }

    /// What cause and effect must have in common.
    List<String> key(Labels labels) {
        UnaryOperator<String> value = labels::get;
        return equal.stream().map(value).toList();
    }
}
