package pikett.config.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.config.Conditions;
import pikett.config.condition.Condition;
import pikett.config.condition.Name;
import pikett.config.condition.Parse;
import pikett.config.offer.ConditionTypes;
import pikett.config.offer.Offer;
import pikett.config.offer.ProbeKind;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalars;
import pikett.config.shape.Shape;
import pikett.config.shape.Values;

/// `critical-when` and `warning-when`: when what a kind of probe reads is bad.
record ConditionShapes(
        ProbeKind kind, Key<List<Condition>> critical, Key<List<Condition>> warning) {
    private static final String CRITICAL = "critical-when";
    private static final String WARNING = "warning-when";
    private static final Name FAILED = Name.of("failed");

    /// Lists that hold nothing unless they are written.
    static ConditionShapes of(ProbeKind kind) {
        return new ConditionShapes(
                kind,
                Key.orElse(CRITICAL, list(kind), List.of(), meaning("critical")),
                Key.orElse(WARNING, list(kind), List.of(), meaning("a warning")));
    }

    /// Lists that hold this unless they are written.
    static ConditionShapes of(ProbeKind kind, List<String> critical, List<String> warning) {
        return of(kind, kind.offer(), critical, warning);
    }

    /// Lists that hold this unless they are written, and that ask for nothing but what is offered.
    static ConditionShapes of(
            ProbeKind kind, Offer offer, List<String> critical, List<String> warning) {
        return new ConditionShapes(
                kind,
                Key.defaulting(CRITICAL, list(kind, offer), critical, meaning("critical")),
                Key.defaulting(WARNING, list(kind, offer), warning, meaning("a warning")));
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

    /// When it is bad. Where nothing is said of no answer at all, that is as bad as the worst that is said:
    /// whoever asks for a status wants to hear of it when there is none.
    Conditions in(Values values) {
        Conditions written = written(values);
        boolean silent =
                switch (kind) {
                    case HEALTH, HTTP, TCP, COMMAND ->
                            !written.isEmpty() && !speaksOfFailure(written);
                    case PROCESS, HOST, QUEUE -> false;
                    // No answer says nothing of what they count.
                    case LOGS, PROMETHEUS, METRICS -> false;
                };
        return silent ? orFailed(written) : written;
    }

    /// What the lists say themselves.
    Conditions written(Values values) {
        return new Conditions(values.get(critical), values.get(warning));
    }

    private static boolean speaksOfFailure(Conditions when) {
        return Stream.concat(when.critical().stream(), when.warning().stream())
                .anyMatch(condition -> condition.names().contains(FAILED));
    }

    private static Conditions orFailed(Conditions when) {
        return when.critical().isEmpty()
                ? new Conditions(List.of(), orFailed(when.warning()))
                : new Conditions(orFailed(when.critical()), when.warning());
    }

    private static List<Condition> orFailed(List<Condition> conditions) {
        List<Condition> all = new ArrayList<>(List.of(new Condition.Flag(FAILED, 1)));
        all.addAll(conditions);
        return all;
    }

    private static Shape<List<Condition>> list(ProbeKind kind) {
        return list(kind, kind.offer());
    }

    private static Shape<List<Condition>> list(ProbeKind kind, Offer offer) {
        return new Listed<>(
                Scalars.text("a condition such as " + example(kind))
                        .readBy(text -> read(text, offer)),
                0);
    }

    private static Parsed<Condition> read(String text, Offer offer) {
        return switch (ConditionTypes.read(text, offer)) {
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
