package pikett.config.offer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Name;
import pikett.config.condition.Parse.Mistake;
import pikett.config.offer.Offered.Argument;
import pikett.config.shape.Nearest;

/// What a name in a condition stands for.
sealed interface NameTypes {
    /// It stands for this.
    record Typed(Offered offered) implements NameTypes {}

    /// It stands for nothing.
    record Wrong(Mistake mistake) implements NameTypes {}

    /// @param column where the name begins
    static NameTypes of(Name name, int column, Offer offer) {
        Offered known = offer.values().get(name.base());
        if (known == null && !offer.metrics()) {
            return wrong(
                    column,
                    "`%s` is not offered here".formatted(name.base()),
                    Nearest.wayOut(name.base(), offer.values().keySet()));
        }
        Offered offered = known == null ? Offered.level(ValueType.MEASURE) : known;
        if (known != null && !name.labels().isEmpty()) {
            return wrong(
                    column,
                    "`%s` has no labels".formatted(name.base()),
                    "remove what stands in braces");
        }
        if (!name.path().isEmpty()) {
            return opened(name, column, offer);
        }
        return argument(name, offered)
                .<NameTypes>map(what -> wrong(column, what, wayOut(offered.argument())))
                .orElseGet(() -> new Typed(offered));
    }

    private static NameTypes opened(Name name, int column, Offer offer) {
        return offer.documents() && name.base().equals("body") && name.argument().isEmpty()
                ? new Typed(Offered.level(ValueType.DOCUMENT))
                : wrong(
                        column,
                        "`%s` cannot be opened".formatted(ConditionText.of(name)),
                        "write `%s` without what follows the dot".formatted(name.base()));
    }

    /// What is wrong with what stands in parentheses.
    private static Optional<String> argument(Name name, Offered offered) {
        return switch (offered.argument()) {
            case NONE -> name.argument().map(_ -> "`%s` is asked nothing".formatted(name.base()));
            case OUTPUT ->
                    name.argument().equals(Optional.of(new Name.Argument.Word("stdout")))
                            ? Optional.empty()
                            : missing(name);
            case MOUNT ->
                    quoted(name).filter(text -> text.startsWith("/")).isPresent()
                            ? Optional.empty()
                            : missing(name);
            case HEADER ->
                    quoted(name).filter(text -> text.matches("[A-Za-z0-9_-]+")).isPresent()
                            ? Optional.empty()
                            : missing(name);
            case PATTERN -> quoted(name).map(NameTypes::expression).orElseGet(() -> missing(name));
        };
    }

    private static Optional<String> missing(Name name) {
        return Optional.of("`%s` does not say of what".formatted(ConditionText.of(name)));
    }

    private static Optional<String> expression(String text) {
        try {
            Pattern.compile(text);
            return Optional.empty();
        } catch (PatternSyntaxException wrong) {
            return Optional.of(
                    "this is not a regular expression: "
                            + wrong.getDescription().toLowerCase(Locale.ROOT));
        }
    }

    private static Optional<String> quoted(Name name) {
        return name.argument()
                .flatMap(argument ->
                        argument instanceof Name.Argument.Quoted(String text)
                                ? Optional.of(text)
                                : Optional.empty());
    }

    private static String wayOut(Argument argument) {
        return argument == Argument.NONE
                ? "remove the parentheses"
                : "in parentheses belongs " + argument.meaning();
    }

    private static Wrong wrong(int column, String what, String wayOut) {
        return new Wrong(new Mistake(column, what, wayOut));
    }
}
