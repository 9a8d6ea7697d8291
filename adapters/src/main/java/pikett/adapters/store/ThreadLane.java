package pikett.adapters.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Platform threads of the store's own, with a bounded queue before them.
///
/// Waiting inside SQLite's native code pins the carrier of a virtual thread and, on two cores, stalls
/// every other one; so callers wait here instead, where a virtual thread gives its carrier away. Who
/// waits too long for its turn gives up, and then its work is not done.
///
/// Safe for use by many threads.
final class ThreadLane implements Lane {
    private static final int WAITING = 1_000;
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Duration patience;
    private final Set<Thread> own = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    /// @param patience how long work may wait for its turn
    ThreadLane(String name, int threads, Duration patience) {
        this.patience = patience;
        this.threads =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    @Override
    public <T> T carryOut(Callable<T> work) throws Exception {
        if (own.contains(Thread.currentThread())) {
            throw new IllegalStateException(
                    "work on the store must not ask the store again: it would wait for itself");
        }
        LaneWork<T> task = new LaneWork<>(work, own);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            throw new StoreUnavailableException("the database has too much to do, or is closed", e);
        }
        return task.await(patience);
    }

    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        try {
            if (threads.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            interrupted = true;
        }
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof LaneWork<?> work) {
                work.giveUp();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
