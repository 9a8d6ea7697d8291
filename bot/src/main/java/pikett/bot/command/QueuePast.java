package pikett.bot.command;

import java.time.Instant;
import java.util.Optional;
import pikett.bot.view.WaitingPast;

/// Knows how many waited in the queues lately.
@FunctionalInterface
public interface QueuePast {
    /// Empty when too little is known of a queue.
    Optional<WaitingPast> of(String queue, Instant now);
}
