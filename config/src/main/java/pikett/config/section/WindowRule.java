package pikett.config.section;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.config.CheckConfig;
import pikett.config.CheckConfig.Target;
import pikett.config.CheckTiming;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.ChecksConfig;
import pikett.config.Conditions;
import pikett.config.condition.Condition;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Limit;
import pikett.config.shape.Reading;
import pikett.config.shape.Values;

/// Who asks what came within ten minutes must look more than once in that time, or the answer is never
/// known.
final class WindowRule {
    /// A rise counts when its two readings are not further apart.
    private static final double FOR_A_RISE = 1.5;

    private static final double FOR_A_COUNT = 1;

    private final Values root;
    private final Reading reading;

    private WindowRule(Values root, Reading reading) {
        this.root = root;
        this.reading = reading;
    }

    static void check(Values root, ChecksConfig checks, Reading reading) {
        WindowRule rule = new WindowRule(root, reading);
        checks.written()
                .forEach((name, check) ->
                        rule.check(
                                check.timing(), check.when(), mostWindows(check), "checks", name));
        root.get(QueueSection.KEY)
                .forEach((name, queue) ->
                        rule.check(checks.usual(), queue.when(), FOR_A_RISE, "queues", name));
        root.get(ServiceSection.KEY)
                .forEach((name, service) ->
                        service.health()
                                .ifPresent(health ->
                                        rule.check(
                                                checks.usual(),
                                                health.when(),
                                                FOR_A_RISE,
                                                "services",
                                                name,
                                                "health")));
        checks.hosts()
                .forEach((name, when) ->
                        rule.check(checks.usual(), when, FOR_A_RISE, "hosts", name));
    }

    /// What is counted in a log is as old as the look before may be.
    private static double mostWindows(CheckConfig check) {
        return check.target() instanceof Target.Log ? FOR_A_COUNT : FOR_A_RISE;
    }

    /// @param most how many windows may lie between two looks
    private void check(CheckTiming timing, Conditions when, double most, String... path) {
        if (timing.rhythm() instanceof Rhythm.Every(Duration pause)) {
            Stream.concat(when.critical().stream(), when.warning().stream())
                    .flatMap(Condition::leaves)
                    .filter(leaf ->
                            window(leaf)
                                    .filter(window -> pause.toMillis() > window.toMillis() * most)
                                    .isPresent())
                    .findFirst()
                    .ifPresent(leaf ->
                            reading.problem(
                                    root.written().at(path),
                                    "%s: a look every %s is too seldom for `%s`"
                                            .formatted(
                                                    String.join(".", path),
                                                    ConditionText.of(new Limit.Time(pause)),
                                                    ConditionText.of(leaf)),
                                    "look more often (`every`), or ask for a longer time than that"));
        }
    }

    private static Optional<Duration> window(Condition leaf) {
        return leaf instanceof Condition.Comparison comparison
                ? comparison.window()
                : Optional.empty();
    }
}
