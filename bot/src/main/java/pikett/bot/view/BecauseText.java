package pikett.bot.view;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import pikett.alerts.reading.Value;
import pikett.alerts.rule.Because;
import pikett.bot.card.CardLimits;
import pikett.bot.language.Figures;
import pikett.bot.language.Phrases;

/// The values that made an alert fire, as a line: `waiting 162 > 100 · oldest 11 min > 10m`.
final class BecauseText {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 200;

    private BecauseText() {}

    /// Empty when no value says more than the alert's own title.
    static Optional<String> of(Phrases phrases, Because because) {
        String line =
                because.values().stream()
                        // What is only true or false is what the title says.
                        .filter(told -> !(told.value() instanceof Value.Flag))
                        .map(told -> of(phrases.figures(), told))
                        .collect(Collectors.joining(" · "));
        return Optional.of(CardLimits.cut(line, LONGEST)).filter(text -> !text.isEmpty());
    }

    /// The same with what is only true or false, and with every limit: the condition as it was found.
    ///
    /// @param redaction takes secrets out of a text; used before anything is cut
    static Optional<String> inFull(
            Phrases phrases, Because because, UnaryOperator<String> redaction) {
        String line =
                because.map(redaction).values().stream()
                        .map(told -> inFull(phrases.figures(), told))
                        .collect(Collectors.joining(" · "));
        return Optional.of(CardLimits.cut(line, LONGEST)).filter(text -> !text.isEmpty());
    }

    private static String inFull(Figures figures, Because.Told told) {
        String name = CardLimits.cut(told.name(), LONGEST_NAME);
        return told.value() instanceof Value.Flag(boolean set)
                ? set ? name : "not " + name
                : name
                        + " "
                        + value(figures, told)
                        + told.limit().map(limit -> " " + limit).orElse("");
    }

    private static String of(Figures figures, Because.Told told) {
        return CardLimits.cut(told.name(), LONGEST_NAME)
                + " "
                + value(figures, told)
                // What must be equal is said by the value itself.
                + told.limit()
                        .filter(limit -> !limit.startsWith("=="))
                        .map(limit -> " " + limit)
                        .orElse("");
    }

    private static String value(Figures figures, Because.Told told) {
        return switch (told.value()) {
            case Value.Quantity(double number) -> NumberText.of(figures, number, told.unit());
            case Value.Text(String text) -> text;
            case Value.Flag(boolean set) -> Boolean.toString(set);
            case Value.Document document -> document.text();
        };
    }
}
