package pikett.adapters.ssh;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import pikett.adapters.host.Deadline;

/// How many commands may run on a session at once: fewer from the moment the host refuses one more.
///
/// Safe for use by many threads; who waits longest goes first.
final class ChannelPermits {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int capacity;
    private int used;

    ChannelPermits(int capacity) {
        this.capacity = capacity;
    }

    /// Whether a permit was got before the deadline.
    boolean acquire(Deadline deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (used >= capacity) {
                if (deadline.passed()) {
                    return false;
                }
                boolean _ = changed.await(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            }
            used++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void release() {
        lock.lock();
        try {
            used--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Gives back a permit whose channel the host refused, and from now on allows only as many as the
    /// host did.
    ///
    /// @return whether another command runs, so that waiting for its end is worth while
    boolean releaseRefused() {
        lock.lock();
        try {
            used--;
            if (used == 0) {
                return false;
            }
            capacity = Math.min(capacity, used);
            return true;
        } finally {
            lock.unlock();
        }
    }
}
