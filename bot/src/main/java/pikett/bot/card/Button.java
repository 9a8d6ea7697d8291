package pikett.bot.card;

/// A button below a message.
///
/// @param label what it says
public record Button(String label, Tone tone, Act act) {
    /// How it looks.
    public enum Tone {
        NEUTRAL,
        /// The act that is expected next.
        PRIMARY,
        /// An act that cannot be undone.
        DANGER
    }

    /// What a tap does.
    public sealed interface Act {
        /// The same as typing this command line, by whoever taps; the gate decides anew.
        record Type(String commandLine) implements Act {}

        /// Redeems something that was offered once, to somebody, for a time.
        ///
        /// @param nonce opaque; what it stands for is kept on our side
        record Redeem(String nonce) implements Act {}

        /// Puts the text on the phone's clipboard.
        record Copy(String text) implements Act {}
    }
}
