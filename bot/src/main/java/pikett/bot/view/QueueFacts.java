package pikett.bot.view;

import java.util.Optional;
import pikett.adapters.queue.QueueReading;

/// What was read of a queue.
///
/// @param before what the last look saw, for the trend
public record QueueFacts(String name, QueueReading reading, Optional<QueueReading.Counts> before) {}
