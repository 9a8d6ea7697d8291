package pikett.bot.channel;

import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.SendOutcome;
import pikett.config.ChannelConfig;

/// Carries one notice to a channel, once, within its own deadline. Never throws for what the far side may
/// do. Safe for use by many threads.
public interface Carrier {
    Outcome carry(ChannelConfig channel, Delivery delivery, Notice notice);

    /// What became of it.
    sealed interface Outcome {
        /// The far side has it.
        record Arrived() implements Outcome {}

        /// It did not arrive, or nobody knows.
        record Not(SendOutcome why) implements Outcome {}
    }
}
