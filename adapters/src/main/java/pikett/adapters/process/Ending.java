package pikett.adapters.process;

import static pikett.adapters.reason.Detail.number;
import static pikett.adapters.reason.Detail.text;

import java.util.OptionalLong;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// How an instance of a program ended.
public final class Ending {
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

    /// The status of its own that it ended with; empty when a signal ended it.
    ///
    /// @param end what a reading says of how it ended
    public static OptionalLong status(Reason end) {
        boolean byExit = end.cause() == Cause.EXIT || end.cause() == Cause.EXIT_OUT_OF_MEMORY;
        return byExit && end.details().getFirst() instanceof Detail.Text(String code)
                ? OptionalLong.of(Long.parseLong(code))
                : OptionalLong.empty();
    }
}
