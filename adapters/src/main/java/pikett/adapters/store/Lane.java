package pikett.adapters.store;

import java.util.concurrent.Callable;

/// Where work on the database is carried out.
interface Lane extends AutoCloseable {
    /// Carries the work out and gives what it gave, or throws what it threw.
    ///
    /// @throws StoreUnavailableException when it was not even started
    <T> T carryOut(Callable<T> work) throws Exception;

    /// Waits for what was started, takes nothing more.
    @Override
    void close();
}
