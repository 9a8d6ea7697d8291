package pikett.alerts.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pikett.alerts.alert.Facts;
import pikett.alerts.check.Eye;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.label.Labels;
import pikett.alerts.probe.Probe;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.Severity;
import pikett.config.condition.Name;

/// Looks with a probe, and judges what it read by rules.
///
/// Remembers nothing from look to look. Safe for use by many threads if its probe is.
public final class RuleEye implements Eye {
    private static final Set<Name> NOT_REACHED = Set.of(Name.of("unreachable"), Name.of("failed"));

    private static final Name VALUE = Name.of("value");
    private static final Name COUNT = Name.of("count");

    private final Probe probe;
    private final List<Rule> rules;
    private final Past past;
    private final Evidence evidence;
    private final Duration within;
    private final InstantSource clock;

    /// @param within how long the probe may take. Less than the look may take: that it took too long is
    ///     something that only the probe can say what it means
    public RuleEye(
            Probe probe,
            List<Rule> rules,
            Past past,
            Evidence evidence,
            Duration within,
            InstantSource clock) {
        this.probe = probe;
        this.within = within;
        this.rules = List.copyOf(rules);
        this.past = past;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public Sighting look(Instant deadline) {
        Instant begun = clock.instant();
        Instant own = begun.plus(within);
        return switch (probe.read(own.isBefore(deadline) ? own : deadline)) {
            case Reading.Unknown unknown ->
                    Sighting.unreadable(unknown, Duration.between(begun, unknown.at()));
            case Reading.Known known ->
                    Sighting.of(known, reached(known), findings(known), unfound(known));
        };
    }

    private static boolean reached(Reading.Known reading) {
        return NOT_REACHED.stream()
                .noneMatch(name ->
                        reading.values().get(name).orElse(null) instanceof Value.Flag(boolean set)
                                && set);
    }

    private List<Finding> findings(Reading.Known reading) {
        return rules.stream().flatMap(rule -> findings(rule, reading)).toList();
    }

    /// A value that nobody mentions, not even for a part, tells nothing of the parts that it had.
    private Map<String, Severity> unfound(Reading.Known reading) {
        Map<String, Severity> unfound = new HashMap<>();
        if (probe.mayLoseSight()) {
            rules.forEach(rule ->
                    unfound.putAll(
                            rule.written(condition ->
                                    condition.names().stream()
                                            .anyMatch(name -> !isFound(name, reading)))));
        }
        return unfound;
    }

    private static boolean isFound(Name name, Reading.Known reading) {
        return reading.values().has(name)
                || reading.parts().stream().anyMatch(part -> part.values().has(name));
    }

    /// A rule about what each part has is judged for each; every other one for the whole.
    private Stream<Finding> findings(Rule rule, Reading.Known reading) {
        Set<Name> asked = rule.names();
        List<Part> parts =
                reading.parts().stream()
                        .filter(part -> asked.stream().anyMatch(part.values()::has))
                        .toList();
        if (parts.isEmpty() && hasNoSeries(reading, asked)) {
            return Stream.empty();
        }
        return parts.isEmpty()
                ? Stream.of(finding(rule, reading, Labels.NONE))
                : parts.stream()
                        .map(part ->
                                finding(
                                        rule.with(part.labels()),
                                        of(reading, part),
                                        part.labels()));
    }

    /// A query that finds nothing any more says that what it found before is over.
    private static boolean hasNoSeries(Reading.Known reading, Set<Name> asked) {
        return asked.contains(VALUE)
                && reading.values().get(VALUE).isEmpty()
                && reading.values().get(COUNT).equals(Optional.of(new Value.Quantity(0)));
    }

    private Finding finding(Rule rule, Reading.Known reading, Labels part) {
        Rule.Judged judged = rule.judge(reading, past.until(reading, part));
        Facts facts =
                judged.levels().warning() == Truth.HOLDS
                        ? evidence.of(rule, reading, judged.because())
                        : Facts.NONE;
        return new Finding(
                rule.labels(), judged.levels(), facts, judged.holding(), judged.unknown());
    }

    private static Reading.Known of(Reading.Known whole, Part part) {
        Map<Name, Value> values = new HashMap<>(whole.values().byName());
        values.putAll(part.values().byName());
        return new Reading.Known(whole.at(), whole.took(), new Values(values));
    }
}
