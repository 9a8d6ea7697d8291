package pikett.bot.trace;

import io.opentelemetry.context.Context;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// Its threads work in the span of whoever asks them.
record TracedStore(Store store) implements Store {
    @Override
    public <T> T write(Function<Handle, T> work) {
        return store.write(Context.current().wrapFunction(work));
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return store.read(Context.current().wrapFunction(work));
    }

    @Override
    public void close() {
        store.close();
    }
}
