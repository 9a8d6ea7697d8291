package pikett.bot.delivery;

import pikett.alerts.outbox.SendOutcome;

/// What a failed call means for the delivery.
sealed interface Verdict {
    /// This is how the attempt ended.
    record Ended(SendOutcome outcome) implements Verdict {}

    /// Telegram would take something simpler: try that at once.
    record Simplify(Simplification how) implements Verdict {}

    /// Ways to give in. Each is tried once.
    enum Simplification {
        /// The styles are refused: without them.
        PLAIN_TEXT,
        /// The buttons are refused: without them.
        WITHOUT_BUTTONS,
        /// The topic is gone: to General, with a note.
        GENERAL_TOPIC,
        /// Too long, against our own count: shorter, and the whole of it as a file.
        SHORTER
    }
}
