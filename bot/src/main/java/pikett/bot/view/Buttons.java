package pikett.bot.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import pikett.bot.card.Button;
import pikett.bot.card.Button.Act;
import pikett.bot.card.Button.Tone;
import pikett.bot.card.CardLimits;
import pikett.bot.card.Names;

/// Buttons that type a command line.
final class Buttons {
    private Buttons() {}

    /// A button that types these words; names in them that are too long for a button are replaced by
    /// their aliases.
    static Button types(String label, String... words) {
        return new Button(label, Tone.NEUTRAL, new Act.Type(line(words)));
    }

    /// The same, for the act that is expected next.
    static Button primary(String label, String... words) {
        return new Button(label, Tone.PRIMARY, new Act.Type(line(words)));
    }

    /// A button that types these words and then some free text. Text that is too long for a button
    /// leaves the button out of the card.
    static Button typesRest(String label, String rest, String... words) {
        String line = joined(List.of(words)) + " " + rest;
        String fitting = CardLimits.fits(new Act.Type(line)) ? line : shortened(words) + " " + rest;
        return new Button(label, Tone.NEUTRAL, new Act.Type(fitting));
    }

    private static String line(String... words) {
        String line = joined(List.of(words));
        return CardLimits.fits(new Act.Type(line)) ? line : shortened(words);
    }

    private static String shortened(String... words) {
        return joined(Arrays.stream(words).map(Buttons::shortened).toList());
    }

    private static String shortened(String word) {
        return word.length() > Names.ALIAS_LENGTH ? Names.alias(word) : word;
    }

    private static String joined(List<String> words) {
        return words.stream()
                .map(word ->
                        word.chars().anyMatch(Character::isWhitespace) ? '"' + word + '"' : word)
                .collect(Collectors.joining(" "));
    }
}
