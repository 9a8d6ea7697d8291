package pikett.bot.telegram;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// A true store whose next writes can be made to fail.
final class FlakyStore implements Store {
    final AtomicInteger failuresLeft = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();
    private final Store store;
    private volatile RuntimeException failure = new IllegalStateException("not set");

    FlakyStore(Store store) {
        this.store = store;
    }

    void failWith(RuntimeException what, int times) {
        failure = what;
        failuresLeft.set(times);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            failed.incrementAndGet();
            throw failure;
        }
        return store.write(work);
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return store.read(work);
    }

    @Override
    public void close() {
        store.close();
    }
}
