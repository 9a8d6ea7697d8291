package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;

/// What a person may do here, to tap.
public final class HelpCard {
    private static final int BUTTONS_IN_A_ROW = 3;

    private HelpCard() {}

    /// A command.
    ///
    /// @param name the word behind the slash
    /// @param summary what it does
    public record Entry(String name, Phrase summary) {}

    /// The commands, and how to use them.
    ///
    /// @param greeted the person's name when this opens a conversation
    public static Card of(Phrases phrases, Optional<String> greeted, List<Entry> entries) {
        RichTextBuilder text = new RichTextBuilder();
        greeted.ifPresent(
                name -> text.say(phrases, HelpPhrase.GREETING, arg("name", name)).line().line());
        text.sayBold(phrases, HelpPhrase.TITLE).line();
        for (Entry entry : entries) {
            text.plain("/" + entry.name()).plain(" — ").say(phrases, entry.summary()).line();
        }
        text.line().say(phrases, HelpPhrase.HINT);
        return new Card(text.build(), rows(entries), Optional.empty());
    }

    private static List<List<Button>> rows(List<Entry> entries) {
        List<List<Button>> rows = new ArrayList<>();
        List<Button> row = new ArrayList<>();
        for (Entry entry : entries) {
            row.add(Buttons.types("/" + entry.name(), entry.name()));
            if (row.size() == BUTTONS_IN_A_ROW) {
                rows.add(List.copyOf(row));
                row.clear();
            }
        }
        rows.add(List.copyOf(row));
        rows.removeIf(List::isEmpty);
        return rows;
    }
}
