package pikett.bot.command;

import java.util.Optional;

/// Answers presses of buttons at once, past the outbox: what comes late is worth nothing.
///
/// Safe for use by many threads. Never throws: a toast that cannot be shown is lost.
public interface Toasts {
    /// Ends the waiting of the button.
    ///
    /// @param line at most 200 UTF-16 units, shown to the person who pressed; empty for none
    void answer(String callbackId, Optional<String> line);
}
