package pikett.alerts.outbox;

import java.util.List;

/// A channel's way out: renders a delivery and sends it.
///
/// Called by one thread per destination at a time, by many threads for different destinations. Never
/// throws for what the network or the far side may do; every call ends within the sender's own deadline.
public interface Sender {
    SendOutcome send(Delivery delivery);

    /// Whether a delivery with the id of an earlier message makes that one another, so that it does no harm
    /// when done twice. Where it does not, every delivery is a message of its own. Asked at each attempt.
    default boolean edits() {
        return true;
    }

    /// What the channel takes; the outbox keeps within it. Asked once.
    default List<Limit> limits() {
        return List.of();
    }
}
