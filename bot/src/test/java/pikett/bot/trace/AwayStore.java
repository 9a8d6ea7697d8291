package pikett.bot.trace;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;

/// A database that is never there.
record AwayStore() implements Store {
    @Override
    public <T> T write(Function<Handle, T> work) {
        throw new StoreUnavailableException("away", new IllegalStateException("away"));
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return write(work);
    }

    @Override
    public void close() {}
}
