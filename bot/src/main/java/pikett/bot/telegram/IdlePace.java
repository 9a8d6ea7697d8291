package pikett.bot.telegram;

import java.time.Duration;

/// Slows polling down when the other side answers at once and brings nothing new: a relay that cannot
/// hold a poll open, or one that repeats itself, would otherwise be asked hundreds of times a second.
///
/// Used by one thread.
final class IdlePace {
    private static final long QUICK_NANOS = 200_000_000;
    private static final int TOLERATED = 5;

    private long lastPoll = System.nanoTime() - QUICK_NANOS;
    private boolean progressed = true;
    private int idle;

    /// Notes that the last poll brought something new.
    void progressed() {
        progressed = true;
    }

    /// How long to wait before the next poll.
    Duration before() {
        long now = System.nanoTime();
        idle = now - lastPoll < QUICK_NANOS && !progressed ? idle + 1 : 0;
        progressed = false;
        Duration pause = idle <= TOLERATED ? Duration.ZERO : growing(idle - TOLERATED);
        lastPoll = now + pause.toNanos();
        return pause;
    }

    private static Duration growing(int step) {
        return Duration.ofMillis(Math.min(1000, 50L << Math.min(step, 5)));
    }
}
