package pikett.bot.telegram;

import java.util.List;
import java.util.Optional;
import pikett.bot.card.Button;
import pikett.bot.card.RichText;

/// A text message to be sent or to be put in the place of another.
///
/// @param topic of a forum; without one it goes to General
/// @param rows buttons, row by row
/// @param silent without sound
public record Outgoing(
        long chat,
        Optional<Integer> topic,
        RichText text,
        List<List<Button>> rows,
        boolean silent) {
    public Outgoing {
        rows = rows.stream().map(List::copyOf).toList();
    }
}
