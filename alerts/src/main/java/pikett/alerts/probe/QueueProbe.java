package pikett.alerts.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import pikett.adapters.queue.Queue;
import pikett.adapters.queue.QueueReading;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;

/// Reads a queue. Safe for use by many threads.
public final class QueueProbe implements Probe {
    private final Queue queue;
    private final InstantSource clock;

    public QueueProbe(Queue queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /// How long it may take is limited by the queue; the deadline is kept by interrupting.
    @Override
    public Reading read(Instant deadline) {
        Look look = Look.begin(deadline, clock);
        return switch (queue.read()) {
            case QueueReading.Counts counts -> look.known(told(counts));
            case QueueReading.Unreadable(Reason reason, _) -> look.unknown(reason);
        };
    }

    private static Found told(QueueReading.Counts counts) {
        return new Found()
                .number("waiting", counts.waiting())
                .number("active", counts.active())
                .number("delayed", counts.delayed())
                .number("prioritized", counts.prioritized())
                .number("failed", counts.failed())
                .number("completed", counts.completed())
                .number("workers", counts.workers())
                .flag("paused", counts.paused())
                .time("oldest", counts.oldestWaiting().or(() -> nobodyWaits(counts)));
    }

    /// Where nothing waits, nothing has waited for any time. That is known: an alert about a job that
    /// waited too long is over when the last one was taken.
    private static Optional<Duration> nobodyWaits(QueueReading.Counts counts) {
        boolean empty = counts.waiting().orElse(1) == 0 && counts.prioritized().orElse(0) == 0;
        return empty ? Optional.of(Duration.ZERO) : Optional.empty();
    }
}
