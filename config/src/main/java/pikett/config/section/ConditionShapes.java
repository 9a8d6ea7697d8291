package pikett.config.section;

import java.util.List;
import java.util.Optional;
import pikett.config.Conditions;
import pikett.config.condition.Condition;
import pikett.config.condition.Parse;
import pikett.config.offer.ConditionTypes;
import pikett.config.offer.ProbeKind;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalars;
import pikett.config.shape.Shape;
import pikett.config.shape.Values;

/// `critical-when` and `warning-when`: when what a kind of probe reads is bad.
record ConditionShapes(Key<List<Condition>> critical, Key<List<Condition>> warning) {
    private static final String CRITICAL = "critical-when";
    private static final String WARNING = "warning-when";

    /// Lists that hold nothing unless they are written.
    static ConditionShapes of(ProbeKind kind) {
        return new ConditionShapes(
                Key.orElse(CRITICAL, list(kind), List.of(), meaning("critical")),
                Key.orElse(WARNING, list(kind), List.of(), meaning("a warning")));
    }

    /// Lists that hold this unless they are written.
    static ConditionShapes of(ProbeKind kind, List<String> critical, List<String> warning) {
        return new ConditionShapes(
                Key.defaultingList(CRITICAL, list(kind), critical, meaning("critical")),
                Key.defaultingList(WARNING, list(kind), warning, meaning("a warning")));
    }

    /// Lists that mean those of another place unless they are written.
    record Overriding(
            Key<Optional<List<Condition>>> critical, Key<Optional<List<Condition>>> warning) {
        static Overriding of(ProbeKind kind) {
            return new Overriding(
                    Key.optional(
                            CRITICAL, list(kind), "Instead of the conditions of `host-checks`."),
                    Key.optional(
                            WARNING, list(kind), "Instead of the conditions of `host-checks`."));
        }
    }

    Conditions in(Values values) {
        return new Conditions(values.get(critical), values.get(warning));
    }

    private static Shape<List<Condition>> list(ProbeKind kind) {
        return new Listed<>(
                Scalars.text("a condition such as " + example(kind))
                        .readBy(text -> read(text, kind)),
                0);
    }

    private static Parsed<Condition> read(String text, ProbeKind kind) {
        return switch (ConditionTypes.read(text, kind)) {
            case Parse.Understood(Condition condition) -> Parsed.good(condition);
            case Parse.Mistake(int column, String what, String wayOut) ->
                    Parsed.bad(column, what, wayOut);
        };
    }

    private static String example(ProbeKind kind) {
        return switch (kind) {
            case PROCESS -> "down";
            case HEALTH, HTTP -> "status != 200";
            case TCP -> "failed";
            case HOST -> "memory > 90%";
            case QUEUE -> "waiting > 100";
            case COMMAND -> "exit != 0";
            case LOGS -> "lines('refused') > 3 in 5m";
            case PROMETHEUS -> "value > 5";
            case METRICS -> "queue_length > 100";
        };
    }

    private static String meaning(String severity) {
        return "It is %s when one of these holds.".formatted(severity);
    }
}
