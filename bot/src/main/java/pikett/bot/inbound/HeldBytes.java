package pikett.bot.inbound;

import java.util.concurrent.atomic.AtomicLong;

/// Counts the bytes of all bodies that are in memory. Thread-safe.
final class HeldBytes {
    private final long atMost;
    private final AtomicLong held = new AtomicLong();

    HeldBytes(long atMost) {
        this.atMost = atMost;
    }

    /// What one body holds. For one thread.
    Share share() {
        return new Share();
    }

    final class Share implements AutoCloseable {
        private long mine;

        /// Takes room for more.
        ///
        /// @return whether there was any
        boolean grow(int bytes) {
            if (held.addAndGet(bytes) > atMost) {
                held.addAndGet(-bytes);
                return false;
            }
            mine += bytes;
            return true;
        }

        @Override
        public void close() {
            held.addAndGet(-mine);
            mine = 0;
        }
    }
}
