package pikett.alerts.history;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// A database whose process dies in the last moment before a commit.
final class BreakingStore implements Store {
    private final Store store;
    private int writes;
    private int breaksAt = -1;

    BreakingStore(Store store) {
        this.store = store;
    }

    /// @param further how many writes go well before
    void breakAfter(int further) {
        breaksAt = writes + further + 1;
    }

    int writes() {
        return writes;
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        writes++;
        boolean dies = writes == breaksAt;
        return store.write(transaction -> {
            T result = work.apply(transaction);
            if (dies) {
                throw new IllegalStateException("killed");
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
