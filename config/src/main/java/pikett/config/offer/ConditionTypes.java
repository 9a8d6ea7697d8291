package pikett.config.offer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.config.condition.Condition;
import pikett.config.condition.ConditionParser;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Limit;
import pikett.config.condition.Name;
import pikett.config.condition.Operator;
import pikett.config.condition.Parse;
import pikett.config.condition.Parse.Mistake;
import pikett.config.shape.Nearest;

/// Holds conditions against what a kind of probe offers.
public final class ConditionTypes {
    private ConditionTypes() {}

    /// Reads a condition on what this kind of probe offers. Never throws for any text.
    public static Parse read(String text, ProbeKind kind) {
        return read(text, kind.offer());
    }

    /// Reads a condition on what is offered. Never throws for any text.
    public static Parse read(String text, Offer offer) {
        Parse parse = ConditionParser.parse(text);
        return parse instanceof Parse.Understood(Condition condition)
                ? mistake(condition, offer)
                        .or(() -> inCompany(condition, offer))
                        .<Parse>map(found -> found)
                        .orElse(parse)
                : parse;
    }

    /// What must stand alone, but does not.
    private static Optional<Mistake> inCompany(Condition condition, Offer offer) {
        return condition instanceof Condition.Flag
                ? Optional.empty()
                : condition
                        .leaves()
                        .flatMap(leaf ->
                                leaf instanceof Condition.Flag flag
                                        ? Stream.of(flag)
                                        : Stream.empty())
                        .filter(flag -> offer.standsAlone(flag.name()))
                        .findFirst()
                        .flatMap(flag ->
                                wrong(
                                        flag.column(),
                                        "%s is known when nothing else is, and so stands alone"
                                                .formatted(written(flag.name())),
                                        "make it a condition of its own in the list"));
    }

    /// The first thing in the condition that the probe cannot answer.
    private static Optional<Mistake> mistake(Condition condition, Offer offer) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) -> first(parts, offer);
            case Condition.Or(List<Condition> parts) -> first(parts, offer);
            case Condition.Not(Condition inner) -> mistake(inner, offer);
            case Condition.Flag flag -> flag(flag, offer);
            case Condition.Comparison comparison -> comparison(comparison, offer);
        };
    }

    private static Optional<Mistake> first(List<Condition> parts, Offer offer) {
        return parts.stream().flatMap(part -> mistake(part, offer).stream()).findFirst();
    }

    private static Optional<Mistake> flag(Condition.Flag flag, Offer offer) {
        return switch (NameTypes.of(flag.name(), flag.column(), offer)) {
            case NameTypes.Wrong(Mistake mistake) -> Optional.of(mistake);
            case NameTypes.Typed(Offered offered) ->
                    offered.type().mayStandAlone()
                            ? Optional.empty()
                            : wrong(
                                    flag.column(),
                                    "%s is %s, and nothing is said about it"
                                            .formatted(
                                                    written(flag.name()), offered.type().meaning()),
                                    offered.type().wayOut());
        };
    }

    private static Optional<Mistake> comparison(Condition.Comparison comparison, Offer offer) {
        return switch (NameTypes.of(comparison.name(), comparison.column(), offer)) {
            case NameTypes.Wrong(Mistake mistake) -> Optional.of(mistake);
            case NameTypes.Typed(Offered offered) ->
                    limit(comparison, offered)
                            .or(() -> words(comparison, offered))
                            .or(() -> window(comparison, offered));
        };
    }

    private static Optional<Mistake> limit(Condition.Comparison comparison, Offered offered) {
        Operator operator = comparison.operator();
        boolean ordered = operator != Operator.EQUAL && operator != Operator.DIFFERENT;
        boolean orderedText = ordered && comparison.limit() instanceof Limit.Text;
        return offered.type().fits(comparison.limit()) && !orderedText
                ? Optional.empty()
                : wrong(
                        comparison.column(),
                        "%s is %s, and cannot be compared by %s with %s"
                                .formatted(
                                        written(comparison.name()),
                                        offered.type().meaning(),
                                        operator.sign(),
                                        ConditionText.of(comparison.limit())),
                        offered.type().wayOut());
    }

    private static Optional<Mistake> words(Condition.Comparison comparison, Offered offered) {
        return comparison.limit() instanceof Limit.Text(String text)
                        && !offered.words().isEmpty()
                        && !offered.words().contains(text)
                ? wrong(
                        comparison.column(),
                        "%s is never '%s'".formatted(written(comparison.name()), text),
                        Nearest.wayOut(text, offered.words()))
                : Optional.empty();
    }

    private static Optional<Mistake> window(Condition.Comparison comparison, Offered offered) {
        return comparison
                .window()
                .filter(_ -> offered.window() == Offered.Window.NONE)
                .flatMap(_ ->
                        wrong(
                                comparison.column(),
                                "%s cannot be looked at over a time"
                                        .formatted(written(comparison.name())),
                                "remove `in` and the duration after it"));
    }

    private static String written(Name name) {
        return "`" + ConditionText.of(name) + "`";
    }

    private static Optional<Mistake> wrong(int column, String what, String wayOut) {
        return Optional.of(new Mistake(column, what, wayOut));
    }
}
