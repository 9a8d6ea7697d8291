package pikett.bot.runbook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.config.Language;
import pikett.config.Role;

/// Exactly what will be done if somebody says yes: parameters filled in, every step spelled out.
///
/// Made from the configuration when it is asked for, and made again when the button is pressed: only if
/// both have the same [Planner#fingerprint(Plan)] does anything run.
///
/// @param kind a restart, or a runbook
/// @param name the service or the runbook
/// @param titles what people read of a runbook; a restart has none
/// @param arguments values of the runbook's parameters, in its order
/// @param leastRole the least role that may run it
/// @param confirm whether a person must press a button first
/// @param agreements how many distinct persons must agree, the requester counted
/// @param before acts that must succeed before the first step
/// @param steps the acts themselves
/// @param after acts that prove that it worked
public record Plan(
        Kind kind,
        String name,
        Map<Language, String> titles,
        List<Argument> arguments,
        Role leastRole,
        boolean confirm,
        int agreements,
        List<PlannedStep> before,
        List<PlannedStep> steps,
        List<PlannedStep> after) {
    public Plan {
        titles = new TreeMap<>(titles);
        arguments = List.copyOf(arguments);
        before = List.copyOf(before);
        steps = List.copyOf(steps);
        after = List.copyOf(after);
    }

    /// What was asked for.
    public enum Kind {
        /// `/restart SERVICE`.
        RESTART,
        /// `/recover RUNBOOK`.
        RUNBOOK
    }

    /// A parameter with the value that somebody gave.
    public record Argument(String name, String value) {}

    /// What people read of it, in their language or else in English.
    String title(Language language) {
        String english = titles.getOrDefault(Language.EN, name);
        return titles.getOrDefault(language, english);
    }

    /// All steps in the order in which they run.
    public List<PlannedStep> sequence() {
        return Stream.of(before, steps, after).flatMap(List::stream).toList();
    }

    /// What may be touched by one run at a time: the services that are restarted, and the runbook.
    @JsonIgnore
    public Set<String> targets() {
        Set<String> targets = new TreeSet<>();
        if (kind == Kind.RUNBOOK) {
            targets.add("runbook:" + name);
        }
        services().forEach(service -> targets.add("service:" + service));
        return targets;
    }

    /// The services that it changes.
    @JsonIgnore
    public Set<String> services() {
        return sequence().stream()
                .flatMap(step -> step.touchedServices().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
