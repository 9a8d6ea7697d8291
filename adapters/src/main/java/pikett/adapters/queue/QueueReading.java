package pikett.adapters.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pikett.adapters.reason.Reason;

/// How reading a queue ended.
public sealed interface QueueReading {
    /// The queue was read. What this kind of queue does not have is empty.
    ///
    /// @param workers how many take jobs; empty too where Redis does not tell who is connected
    /// @param oldestWaiting age of the job that waits longest
    /// @param paused whether the queue is paused
    /// @param failures the latest failures, newest first
    record Counts(
            OptionalLong waiting,
            OptionalLong active,
            OptionalLong delayed,
            OptionalLong prioritized,
            OptionalLong failed,
            OptionalLong completed,
            OptionalLong workers,
            boolean paused,
            Optional<Duration> oldestWaiting,
            List<Failure> failures,
            Instant readAt)
            implements QueueReading {}

    /// It could not be read; that says nothing about the queue.
    record Unreadable(Reason reason, Instant readAt) implements QueueReading {}

    /// A failed job.
    ///
    /// @param jobId the queue's own id of it
    /// @param reason the first line of why it failed
    /// @param attempts how often it was tried
    record Failure(String jobId, String reason, int attempts, Optional<Instant> failedAt) {}
}
