package pikett.adapters.host;

/// Runs argument vectors on one host.
///
/// Safe for use by many threads; calls wait for a permit of the host, and that wait counts against the
/// command's timeout.
public interface Shell {
    /// Runs the command and waits for its end. Never throws for what a host may do.
    ///
    /// Interrupting the thread ends the program as a timeout would; the interrupt flag stays set.
    ShellResult run(Command command);
}
