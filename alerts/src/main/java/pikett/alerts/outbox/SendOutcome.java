package pikett.alerts.outbox;

import java.time.Duration;

/// How one attempt to send ended.
public sealed interface SendOutcome {
    /// It arrived, and the channel gave the message this id. An edit that changed nothing counts too.
    record Sent(String messageId) implements SendOutcome {}

    /// It certainly did not leave: try again.
    record NotSent(String reason) implements SendOutcome {}

    /// It may have arrived: try once more, marked.
    record MaybeSent(String reason) implements SendOutcome {}

    /// The channel asks to wait.
    ///
    /// @param wholeChannel whether all destinations must wait, or only this one
    record Wait(Duration atLeast, boolean wholeChannel, String reason) implements SendOutcome {}

    /// Nothing was tried: the sender keeps to its own pace, and the channel did not have to ask. The
    /// ordinary course when much is to be said.
    record KeptBack(Duration atLeast, String reason) implements SendOutcome {}

    /// The message to edit is gone: send a new one.
    record MessageGone(String reason) implements SendOutcome {}

    /// The destination has another address from now on.
    record Moved(Destination to) implements SendOutcome {}

    /// It will never arrive.
    ///
    /// @param destinationBroken whether nothing will arrive there (kicked, blocked), not only this
    record Rejected(String reason, boolean destinationBroken) implements SendOutcome {}
}
