package pikett.adapters.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// One piece of work on its way through a lane: either it is carried out and its caller learns how it
/// ended, or it was given up before it began.
///
/// @param <T> what the work gives
final class LaneWork<T> implements Runnable {
    private final Callable<T> work;
    private final Set<Thread> lane;
    private final CompletableFuture<T> end = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    /// @param lane holds the lane's threads while they work
    LaneWork(Callable<T> work, Set<Thread> lane) {
        this.work = work;
        this.lane = lane;
    }

    @Override
    public void run() {
        if (!taken.compareAndSet(false, true)) {
            return;
        }
        lane.add(Thread.currentThread());
        try {
            end.complete(work.call());
        } catch (Throwable e) {
            // Whatever it is, it belongs to the caller, who waits for it.
            end.completeExceptionally(e);
        } finally {
            lane.remove(Thread.currentThread());
        }
    }

    /// Ends it without doing it, unless it has begun.
    ///
    /// @return whether it will not be done
    boolean giveUp() {
        if (!taken.compareAndSet(false, true)) {
            return false;
        }
        end.completeExceptionally(
                new StoreUnavailableException(
                        "the database has too much to do, or is closed; nothing was kept",
                        new TimeoutException("the work did not get its turn")));
        return true;
    }

    /// Gives what the work gave, or throws what it threw. Once begun it is waited for, even by an
    /// interrupted thread: it will be done, and its caller must learn how it ended.
    T await(Duration patience) throws Exception {
        boolean interrupted = false;
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (true) {
                try {
                    return end.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (TimeoutException _) {
                    giveUp();
                    deadline = System.nanoTime() + patience.toNanos();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Exception rethrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof Exception cause ? cause : e;
    }
}
