package pikett.bot.command;

import java.util.Optional;
import pikett.bot.telegram.PressAnswer;

/// Answers presses of buttons at once, past the outbox: what comes late is worth nothing.
///
/// Safe for use by many threads. Never throws: a toast that cannot be shown is lost.
public interface Toasts {
    /// Ends the waiting of the button, and says whether Telegram still remembers the press.
    ///
    /// @param line at most 200 UTF-16 units, shown to the person who pressed; empty for none
    PressAnswer answer(String callbackId, Optional<String> line);
}
