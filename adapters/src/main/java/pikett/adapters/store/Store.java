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
    /// The work may be run again from its start when the database rolled it back because of another
    /// transaction; it must not do anything but use its handle, and must not ask the store again.
    ///
    /// @throws StoreUnavailableException when nothing was committed: disk full, locked for too long,
    ///     connection lost, or the bounded wait for the writer was over. Only a connection to PostgreSQL
    ///     that is lost during the commit itself leaves open whether it was kept; the message says so
    <T> T write(Function<Handle, T> work);

    /// Runs the work in one read-only transaction.
    ///
    /// @throws StoreUnavailableException when it could not be read
    <T> T read(Function<Handle, T> work);

    @Override
    void close();
}
