package pikett.adapters.process;

/// The true state of a supervised program, whatever its supervisor calls it.
public enum ProcessState {
    /// It runs and has run long enough to be believed.
    UP,
    /// It was started a moment ago.
    STARTING,
    /// It ends and is started again and again, even when its supervisor calls that online.
    LOOPING,
    /// Somebody stopped it on purpose.
    STOPPED,
    /// It ended with an error and nobody starts it again.
    FAILED,
    /// It could not be read. Never shown as down.
    UNKNOWN
}
