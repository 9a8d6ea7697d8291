package pikett.alerts.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pikett.alerts.alert.Facts;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// What a look says of one alert.
///
/// @param labels the identity of the alert
/// @param levels what is known; a condition that is not known counts for nothing as long as another one is
/// @param facts what a card shows of it
/// @param holding the conditions that hold, as they are written
/// @param unknown the conditions that are not known, and how bad it is when they hold
public record Finding(
        Labels labels,
        Levels levels,
        Facts facts,
        Set<String> holding,
        Map<String, Severity> unknown) {
    public Finding {
        holding = Set.copyOf(holding);
        unknown = Map.copyOf(unknown);
    }

    /// One that does not tell of which conditions it is made.
    public Finding(Labels labels, Levels levels, Facts facts) {
        this(labels, levels, facts, Set.of(), Map.of());
    }

    /// What it says when these conditions held the last time that they were known: those that are not known
    /// now uphold it. Any other has nothing to uphold; without that an endpoint whose answer has no `status`
    /// would, once it was away, be bad for ever.
    public Levels levels(Set<String> held) {
        Truth critical = levels.critical();
        Truth warning = levels.warning();
        for (var each : unknown.entrySet()) {
            if (held.contains(each.getKey())) {
                warning = warning.or(Truth.UNKNOWN);
                if (each.getValue() == Severity.CRITICAL) {
                    critical = critical.or(Truth.UNKNOWN);
                }
            }
        }
        return new Levels(warning, critical);
    }

    /// Which conditions held when they were known last, which may be now.
    ///
    /// @param held those of which that was so before
    public Set<String> heldAfter(Set<String> held) {
        if (levels.equals(Levels.UNKNOWN)) {
            return held;
        }
        Set<String> after = new HashSet<>(holding);
        held.stream().filter(unknown::containsKey).forEach(after::add);
        return after;
    }
}
