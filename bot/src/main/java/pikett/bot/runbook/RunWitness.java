package pikett.bot.runbook;

import java.time.Instant;

/// Is told of every run that has ended, once, after that is durable.
///
/// Called by the threads of runs; what it throws must not matter to them.
@FunctionalInterface
public interface RunWitness {
    /// @param requester name of the person who asked for it
    /// @param startedAt when the run began
    /// @param seen what was done and what came of it, in a line
    void ended(Plan plan, String requester, Instant startedAt, String seen);
}
