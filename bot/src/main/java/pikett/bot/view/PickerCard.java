package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// Lets a person choose a name by tapping.
public final class PickerCard {
    /// Names on one page.
    static final int PAGE = 16;

    private static final int IN_A_ROW = 2;
    private static final int LONGEST = 40;

    private PickerCard() {}

    /// All names, page by page.
    ///
    /// @param command typed with the name by the button
    /// @param page from 0; one that does not exist is the last
    public static Card all(Phrases phrases, String command, List<String> names, int page) {
        RichTextBuilder text = new RichTextBuilder();
        if (names.isEmpty()) {
            text.say(phrases, PickerPhrase.NOTHING_THERE, arg("command", command));
            return new Card(text.build(), List.of(), Optional.empty());
        }
        int last = (names.size() - 1) / PAGE;
        int shown = Math.min(Math.max(page, 0), last);
        text.say(phrases, PickerPhrase.WHICH, arg("command", command));
        List<String> here = names.subList(shown * PAGE, Math.min(names.size(), (shown + 1) * PAGE));
        List<List<Button>> rows = rows(command, here);
        List<Button> pages = new ArrayList<>();
        if (shown > 0) {
            pages.add(turn(phrases, PickerPhrase.PREVIOUS, command, shown - 1));
        }
        if (shown < last) {
            pages.add(turn(phrases, PickerPhrase.NEXT, command, shown + 1));
        }
        if (!pages.isEmpty()) {
            rows.add(pages);
        }
        return new Card(text.build(), rows, Optional.empty());
    }

    /// The names that a shortened one may stand for.
    public static Card several(Phrases phrases, String command, String typed, List<String> names) {
        RichTextBuilder text =
                new RichTextBuilder()
                        .say(phrases, PickerPhrase.SEVERAL, arg("typed", shortened(typed)));
        return new Card(text.build(), rows(command, firstPage(names)), Optional.empty());
    }

    /// No such name: what looks like it, or all there is.
    public static Card none(
            Phrases phrases,
            String command,
            String typed,
            List<String> suggestions,
            List<String> names) {
        RichTextBuilder text =
                new RichTextBuilder()
                        .say(phrases, PickerPhrase.NONE, arg("typed", shortened(typed)));
        if (suggestions.isEmpty()) {
            return new Card(text.build(), rows(command, firstPage(names)), Optional.empty());
        }
        text.plain(" ")
                .say(
                        phrases,
                        PickerPhrase.DID_YOU_MEAN,
                        arg(
                                "names",
                                String.join(
                                        ", ",
                                        suggestions.stream().map(PickerCard::shortened).toList())));
        return new Card(text.build(), rows(command, suggestions), Optional.empty());
    }

    private static List<String> firstPage(List<String> names) {
        return names.subList(0, Math.min(names.size(), PAGE));
    }

    private static Button turn(Phrases phrases, PickerPhrase label, String command, int page) {
        return Buttons.types(phrases.text(label), command, "--page", Integer.toString(page));
    }

    private static List<List<Button>> rows(String command, List<String> names) {
        List<List<Button>> rows = new ArrayList<>();
        for (int at = 0; at < names.size(); at += IN_A_ROW) {
            rows.add(
                    names.subList(at, Math.min(names.size(), at + IN_A_ROW)).stream()
                            .map(name -> Buttons.types(shortened(name), command, name))
                            .toList());
        }
        return rows;
    }

    private static String shortened(String name) {
        return CardLimits.cut(name, LONGEST);
    }
}
