package pikett.adapters.process;

import static pikett.adapters.reason.Detail.number;
import static pikett.adapters.reason.Detail.text;

import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;

/// How an instance of a program ended.
final class Ending {
    private Ending() {}

    /// With a status of its own.
    static Reason byExit(long code, boolean outOfMemory) {
        return Reason.of(outOfMemory ? Cause.EXIT_OUT_OF_MEMORY : Cause.EXIT, number(code));
    }

    /// By a signal.
    ///
    /// @param name such as `KILL`
    static Reason bySignal(String name, boolean outOfMemory) {
        return Reason.of(outOfMemory ? Cause.SIGNAL_OUT_OF_MEMORY : Cause.SIGNAL, text(name));
    }
}
