package pikett.bot.command;

import pikett.bot.card.Card;

/// The one message that answers a request, through the outbox.
///
/// Safe for use by many threads. A request that came from a button of a message answers by editing
/// that message.
public interface Answer {
    /// Shows the card: the first time as a message, then in place. What is superseded while it waits to
    /// be sent is never sent.
    void show(Card card);
}
