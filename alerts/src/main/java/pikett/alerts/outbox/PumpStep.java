package pikett.alerts.outbox;

import java.util.function.BiConsumer;

/// The points of a delivery's way at which a crash makes a difference.
enum PumpStep {
    /// The attempt is written down; nothing was sent.
    CLAIMED,
    /// The sender has returned; its outcome is only in memory.
    RETURNED,
    /// The outcome is durable; nobody was told.
    RECORDED;

    /// Told when a point is reached. Tests end the process there.
    interface Watcher extends BiConsumer<PumpStep, DeliveryId> {}

    static final Watcher NOBODY = (_, _) -> {};
}
