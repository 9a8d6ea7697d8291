package pikett.alerts.scheduler;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many may run at once: in each lane, and all together. Safe for use by many threads.
final class Lanes {
    private final int perLane;
    private final Semaphore all;
    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();

    Lanes(int perLane, int all) {
        this.perLane = perLane;
        this.all = new Semaphore(all, true);
    }

    /// A place that is given back once.
    interface Permit {
        void giveBack();
    }

    /// Waits for a place; empty when there is none in time.
    Optional<Permit> take(Optional<String> lane, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        Optional<Semaphore> own = lane.map(this::lane);
        if (own.isPresent() && !own.get().tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        if (!all.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            own.ifPresent(Semaphore::release);
            return Optional.empty();
        }
        return Optional.of(() -> {
            all.release();
            own.ifPresent(Semaphore::release);
        });
    }

    private Semaphore lane(String name) {
        return lanes.computeIfAbsent(name, _ -> new Semaphore(perLane, true));
    }
}
