package pikett.bot.card;

import java.util.List;
import java.util.Optional;

/// One message as people see it.
///
/// @param rows buttons, row by row
/// @param file sent as a document after the text has arrived
public record Card(RichText text, List<List<Button>> rows, Optional<TextFile> file) {
    public Card {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// A text to open in another program.
    public record TextFile(String name, String content) {}
}
