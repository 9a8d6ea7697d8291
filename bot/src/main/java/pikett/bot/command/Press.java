package pikett.bot.command;

/// A press of a button that redeems an offer, by a listed person.
///
/// @param request who and where; its arguments are empty
/// @param nonce what the button carries
/// @param toast the line that is shown to the person at once
public record Press(Request request, String nonce, Toast toast) {
    /// Answers the press itself; used at most once, within seconds, and before anything slow.
    @FunctionalInterface
    public interface Toast {
        /// Shows the line above the chat, to this person only.
        void say(String line);
    }
}
