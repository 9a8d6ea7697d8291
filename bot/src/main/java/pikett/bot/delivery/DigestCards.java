package pikett.bot.delivery;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import pikett.alerts.digest.DigestDesk;
import pikett.alerts.digest.DigestPost;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RedactedCard;
import pikett.bot.view.DigestCard;
import pikett.bot.view.Room;

/// Digests that come by themselves, with the facts of the moment at which they are sent.
public final class DigestCards implements CardSource {
    private static final String WHOLE_TEXT = "digest.txt";

    private final DigestDesk desk;
    private final Function<Destination, Room> rooms;
    private final UnaryOperator<String> redaction;

    /// @param rooms how one reads at a destination
    /// @param redaction takes secrets out of a text
    public DigestCards(
            DigestDesk desk, Function<Destination, Room> rooms, UnaryOperator<String> redaction) {
        this.desk = desk;
        this.rooms = rooms;
        this.redaction = redaction;
    }

    @Override
    public Optional<Card> card(Content content, Destination to) {
        if (!content.kind().equals(DigestPost.KIND)) {
            return Optional.empty();
        }
        Card card = DigestCard.of(rooms.apply(to), desk.facts(DigestPost.period(content)));
        // In this order: a secret that was cut in two would not be recognised any more.
        return Optional.of(CardLimits.fit(RedactedCard.of(card, redaction), WHOLE_TEXT));
    }
}
