/// A small world to break: sample services as real processes, a `pm2` that answers for them, a Redis
/// with a BullMQ queue, and levers that make things go wrong. It knows nothing of Telegram, and
/// needs nothing but a Java runtime and `/bin/sh`.
@NullMarked
package pikett.playground.world;

import org.jspecify.annotations.NullMarked;
