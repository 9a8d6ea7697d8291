package pikett.adapters.process;

import pikett.adapters.host.ShellResult;

/// Reads and restarts one supervised program.
///
/// Safe for use by many threads. Never throws for what a host may do. It remembers the restarts that it
/// saw: keep one for each service as long as the program runs.
public interface Supervisor {
    /// Its state now; unknown, with the reason, where it cannot be read.
    ProcessReading read();

    /// Restarts it and gives what the host said. Called at most once for one wish of a person.
    ShellResult restart();

    /// The last lines of its log, oldest first; both streams where the supervisor keeps two.
    ShellResult logs(int lines);

    /// The same for a program that compares it with what it saw before: each stream apart, because new
    /// lines of one stand in the midst of a text that shows several.
    default LogTail tail(int lines) {
        return LogTail.of(logs(lines));
    }
}
