package pikett.bot.runbook;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;

/// A true store that does the work and then cannot commit it, as often as it is told to.
final class DoubtfulStore implements Store {
    private final Store store;
    private final AtomicInteger refusals = new AtomicInteger();

    DoubtfulStore(Store store) {
        this.store = store;
    }

    void refuseCommits(int next) {
        refusals.set(next);
    }

    int refusalsLeft() {
        return refusals.get();
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return store.write(transaction -> {
            T result = work.apply(transaction);
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new StoreUnavailableException(
                        "the disk is full", new IllegalStateException("as the test wants it"));
            }
            return result;
        });
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
