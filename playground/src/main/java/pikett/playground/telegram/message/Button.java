package pikett.playground.telegram.message;

import org.jspecify.annotations.Nullable;

/// One button under a message.
///
/// @param style `primary`, `success`, `danger`, or nothing for the usual look
public record Button(String label, Act act, @Nullable String style) {
    /// What a tap does.
    public sealed interface Act {
        /// Tells the bot: sends a callback query with these 1-64 bytes.
        record Callback(String data) implements Act {}

        /// Opens an address.
        record Link(String url) implements Act {}

        /// Copies words to the clipboard.
        record Copy(String text) implements Act {}
    }
}
