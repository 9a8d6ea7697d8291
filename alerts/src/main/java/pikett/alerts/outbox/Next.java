package pikett.alerts.outbox;

import java.time.Instant;

/// What becomes of a delivery after an attempt.
sealed interface Next {
    /// It is sent.
    record Done(String messageId) implements Next {}

    /// It is tried again.
    ///
    /// @param maybeRepeat whether something may have arrived
    record Again(boolean maybeRepeat, Instant notBefore, String reason) implements Next {}

    /// It keeps its place while its destination, or the whole channel, pauses. The attempt does not count.
    record Paused(boolean maybeRepeat, Instant until, boolean wholeChannel, String reason)
            implements Next {}

    /// The message that it would have edited is gone: it becomes a message of its own, at once.
    record AsNewMessage(String reason) implements Next {}

    /// Everything for its destination goes elsewhere from now on.
    record AtNewAddress(Destination to, boolean maybeRepeat, Instant notBefore) implements Next {}

    /// It is given up.
    ///
    /// @param destinationBroken whether nothing arrives there
    record Dead(String reason, boolean destinationBroken) implements Next {}
}
