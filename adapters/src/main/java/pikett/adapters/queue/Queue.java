package pikett.adapters.queue;

/// Reads one queue.
///
/// Safe for use by many threads. Never throws for what a network or a server may do.
public interface Queue {
    QueueReading read();
}
