package pikett.alerts.pipeline;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// A database whose process dies before a certain write; from then on nothing of it works.
final class DyingStore implements Store {
    private final Store real;
    private int writesLeft;

    DyingStore(Store real, int writesLeft) {
        this.real = real;
        this.writesLeft = writesLeft;
    }

    /// The process is no more.
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    boolean died() {
        return writesLeft < 0;
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        writesLeft--;
        if (died()) {
            throw new Died();
        }
        return real.write(work);
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        if (died()) {
            throw new Died();
        }
        return real.read(work);
    }

    @Override
    public void close() {}
}
