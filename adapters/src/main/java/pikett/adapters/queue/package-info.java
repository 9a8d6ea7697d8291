/// Queues in Redis: BullMQ, plain lists, plain streams.
///
/// Only reads. Knows no thresholds.
@NullMarked
package pikett.adapters.queue;

import org.jspecify.annotations.NullMarked;
