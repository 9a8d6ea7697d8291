package pikett.alerts.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Work that is due at certain times. Never done twice at once.
///
/// @param id its name; no two chores share one
/// @param atMost how long it may take, in a thread of its own, before it is interrupted
public record Chore(String id, FireTimes times, CatchUp catchUp, Duration atMost, Work work) {
    /// What is done, and how sure it is to be done once.
    public sealed interface Work {
        /// Nothing is written down: once more does no harm, and once less is made good by the next time.
        record Repeatable(Runnable body) implements Work {}

        /// The time is taken first: nobody else does it, and a crash meanwhile leaves it undone.
        record AtMostOnce(Consumer<Instant> body) implements Work {}

        /// The time is taken in the transaction that does it: exactly once, whatever crashes. It may be
        /// run again from its start like all work of the store.
        record InTransaction(BiConsumer<Handle, Instant> body) implements Work {}
    }
}
