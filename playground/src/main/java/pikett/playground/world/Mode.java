package pikett.playground.world;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a sample service behaves, until a lever says otherwise.
public enum Mode {
    /// Answers at once that all is well; the worker drains the queue.
    HEALTHY,
    /// All is well, but the health endpoint takes four seconds to say so.
    SLOW,
    /// Works with a part missing: the session reconnects and its last activity cannot be read. The
    /// worker is slow, and each job that it takes fails.
    DEGRADED,
    /// Answers 503: the database cannot be reached.
    UNHEALTHY,
    /// Throws a second after each start and is started again, while PM2 says *online*.
    LOOPING;

    /// The mode of this name, in any case; empty if there is none.
    public static Optional<Mode> named(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
