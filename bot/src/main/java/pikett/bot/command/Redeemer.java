package pikett.bot.command;

/// Takes the presses of buttons that redeem an offer.
///
/// Safe for use by many threads; each call has a virtual thread of its own. The gate has only found that
/// the person is listed: whether the offer was made to this person, in this message, and is still good
/// is decided here.
public interface Redeemer {
    /// Redeems it.
    ///
    /// @param answer the message with the button
    void redeem(Press press, Answer answer);
}
