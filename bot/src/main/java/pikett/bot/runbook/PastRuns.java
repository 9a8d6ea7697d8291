package pikett.bot.runbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pikett.adapters.store.Store;

/// What was run, for people. Reads only. Safe for use by many threads.
public final class PastRuns {
    private final Store store;
    private final Runs runs = new Runs();

    /// A run, whether or not it has ended.
    ///
    /// @param requester name of the person who asked for it
    /// @param end how it ended; empty while it goes on
    public record PastRun(Plan plan, String requester, Instant startedAt, Optional<RunEnd> end) {}

    public PastRuns(Store store) {
        this.store = store;
    }

    /// Those that went on at some time between these two, the latest first.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when it could not be read
    public List<PastRun> between(Instant from, Instant until) {
        return store.read(transaction -> runs.between(transaction, from, until));
    }
}
