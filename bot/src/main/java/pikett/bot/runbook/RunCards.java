package pikett.bot.runbook;

import org.jdbi.v3.core.Handle;
import pikett.bot.card.Card;

/// Where a run is shown: the one message in which it was asked for, and a new one when it is over.
///
/// Both are part of the caller's transaction, so that what happened and what is said of it cannot
/// differ.
interface RunCards {
    /// Shows the card in the message of the wish.
    void show(Handle transaction, Origin origin, Card card);

    /// Says it in a message of its own, with sound: an edited message makes none.
    void announce(Handle transaction, Run run, Card card);
}
