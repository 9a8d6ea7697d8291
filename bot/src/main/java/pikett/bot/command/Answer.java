package pikett.bot.command;

import java.time.Duration;
import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.bot.card.Card;

/// The one message that answers a request, through the outbox.
///
/// Safe for use by many threads. A request that came from a button of a message answers by editing
/// that message.
public interface Answer {
    /// Shows the card: the first time as a message, then in place. What is superseded while it waits to
    /// be sent is never sent; what is shown after a newer request took the message over is dropped.
    void show(Card card);

    /// Waits until what was shown last has arrived at Telegram.
    ///
    /// @return how long that took, from showing to arrival; empty when it has not arrived in time
    Optional<Duration> awaitArrival(Duration atMost);

    /// Whether it answers a button of the card of an incident or a storm, which shows by itself what came of it.
    default boolean besideIncident() {
        return false;
    }

    /// Where the message is.
    Destination destination();

    /// What the message is, for those who go on editing it after the request is over.
    Subject subject();
}
