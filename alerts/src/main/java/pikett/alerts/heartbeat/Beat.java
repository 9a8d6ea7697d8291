package pikett.alerts.heartbeat;

import java.util.Optional;
import pikett.adapters.store.StorableText;

/// What a job says when it calls in.
public sealed interface Beat {
    /// It begins.
    record Started() implements Beat {}

    /// It is done, and all is well.
    record Succeeded() implements Beat {}

    /// It is done, and it is not well.
    ///
    /// @param exit the exit code of its program, 1 to 255; empty when it only says that it failed
    /// @param tail the end of what it said, without secrets; only the last of it is kept
    record Failed(Optional<Integer> exit, String tail) implements Beat {
        /// As many characters are kept.
        public static final int TAIL = 10 * 1024;

        public Failed {
            int from = Math.max(0, tail.length() - TAIL);
            boolean halved = from > 0 && Character.isLowSurrogate(tail.charAt(from));
            tail = StorableText.of(tail.substring(halved ? from + 1 : from));
        }
    }

    /// What an exit code says.
    ///
    /// @param code 0 to 255
    static Beat ended(int code, String tail) {
        return code == 0 ? new Succeeded() : new Failed(Optional.of(code), tail);
    }
}
