package pikett.bot.view;

import java.util.Optional;
import pikett.adapters.queue.QueueReading;

/// What was read of a queue.
///
/// @param before what the last look saw, for the changes
/// @param past how many waited lately; empty when too little is known
public record QueueFacts(
        String name,
        QueueReading reading,
        Optional<QueueReading.Counts> before,
        Optional<WaitingPast> past) {}
