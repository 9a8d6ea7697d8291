package pikett.adapters.store;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Platform threads of the store's own, with a bounded queue before them.
///
/// Waiting inside SQLite's native code pins the carrier of a virtual thread and, on two cores, stalls
/// every other one; so callers wait here instead, where a virtual thread gives its carrier away.
final class ThreadLane implements Lane {
    private static final int WAITING = 1_000;
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads;

    ThreadLane(String name, int threads) {
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
        Future<T> future;
        try {
            future = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new StoreUnavailableException("the database has too much to do, or is closed", e);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException _) {
                    // Work that was handed over will be done; its caller must learn how it ended.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
