package pikett.adapters.mail;

import java.util.List;

/// What became of a message. Reasons are in English and without secrets.
public sealed interface MailResult {
    /// The server has it.
    ///
    /// @param refused recipients to whom it does not go, though it goes to others
    record Taken(List<String> refused) implements MailResult {
        public Taken {
            refused = List.copyOf(refused);
        }
    }

    /// The server has nothing of it.
    ///
    /// @param forGood whether it would say the same again
    record NotTaken(Step step, String reason, boolean forGood) implements MailResult {}

    /// The server may have it: all was said, and nobody knows what it answered.
    record Unclear(String reason) implements MailResult {}

    /// How far it came.
    enum Step {
        /// The server was not reached.
        REACH,
        /// It was reached, and did not greet or say what it can.
        GREETING,
        /// The connection could not be made safe.
        TLS,
        /// It did not accept who we are.
        LOGIN,
        /// It does not take mail from this sender, or for these recipients.
        ENVELOPE,
        /// It did not take the text.
        TEXT,
        /// The text is said; its answer is awaited.
        END
    }
}
