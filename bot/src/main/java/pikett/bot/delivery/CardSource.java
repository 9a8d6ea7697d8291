package pikett.bot.delivery;

import java.util.Optional;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;
import pikett.bot.card.Card;

/// Renders, when it leaves, what was only named when it was posted: so it is said as it is by now.
///
/// Safe for use by many threads.
public interface CardSource {
    /// Empty for content that this source does not know, or whose subject is forgotten.
    Optional<Card> card(Content content, Destination to);
}
