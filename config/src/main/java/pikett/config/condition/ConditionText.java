package pikett.config.condition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a condition so that reading it again gives the same, as long as it is no longer than what is read.
public final class ConditionText {
    private ConditionText() {}

    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) ->
                    parts.stream().map(ConditionText::tight).collect(Collectors.joining(" and "));
            case Condition.Or(List<Condition> parts) ->
                    parts.stream()
                            .map(part -> part instanceof Condition.Or ? tight(part) : of(part))
                            .collect(Collectors.joining(" or "));
            case Condition.Not(Condition inner) -> "not " + tight(inner);
            case Condition.Flag flag -> of(flag.name());
            case Condition.Comparison comparison ->
                    of(comparison.name())
                            + " "
                            + of(comparison.operator(), comparison.limit(), comparison.window());
        };
    }

    /// What a value is held against, such as `> 20 in 10m`.
    public static String of(Operator operator, Limit limit, Optional<Duration> window) {
        return operator.sign()
                + " "
                + of(limit)
                + window.map(w -> " in " + Literals.write(w)).orElse("");
    }

    /// As written in a condition.
    public static String of(Name name) {
        String dotted = name.path().stream().map(word -> "." + word).collect(Collectors.joining());
        String asked = name.argument().map(ConditionText::argument).orElse("");
        String labels =
                name.labels().entrySet().stream()
                        .map(label -> label.getKey() + "=" + doublyQuoted(label.getValue()))
                        .collect(Collectors.joining(","));
        return name.base() + dotted + asked + (labels.isEmpty() ? "" : "{" + labels + "}");
    }

    /// As written in a condition.
    public static String of(Limit limit) {
        return switch (limit) {
            case Limit.Plain plain -> plain.number().toPlainString();
            case Limit.PerCpu perCpu -> perCpu.number().toPlainString() + " per cpu";
            case Limit.Percent percent -> percent.number().toPlainString() + "%";
            case Limit.Time time -> Literals.write(time.duration());
            case Limit.Size size -> Literals.write(size.bytes());
            case Limit.Text text -> quoted(text.text());
        };
    }

    private static String tight(Condition condition) {
        return condition instanceof Condition.And || condition instanceof Condition.Or
                ? "(" + of(condition) + ")"
                : of(condition);
    }

    private static String argument(Name.Argument argument) {
        return switch (argument) {
            case Name.Argument.Quoted(String text) -> "(" + quoted(text) + ")";
            case Name.Argument.Word(String word) -> "(" + word + ")";
        };
    }

    private static String doublyQuoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
