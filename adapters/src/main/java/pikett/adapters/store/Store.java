package pikett.adapters.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The database.
///
/// Safe for use by many threads, virtual ones too: work is handed to the store's own platform threads,
/// because waiting inside SQLite's native code would stall every virtual thread.
public interface Store extends AutoCloseable {
    /// Runs the work in one write transaction; when this returns, it is durable.
    ///
    /// @throws StoreUnavailableException when nothing was committed: disk full, locked for too long,
    ///     connection lost, or the bounded wait for the writer was over
    <T> T write(Function<Handle, T> work);

    /// Runs the work in one read-only transaction.
    ///
    /// @throws StoreUnavailableException when it could not be read
    <T> T read(Function<Handle, T> work);

    @Override
    void close();
}
