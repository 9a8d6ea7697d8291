package pikett.playground.telegram;

import java.io.Serial;
import java.time.Duration;

/// Nobody saw the awaited message in time.
public final class NothingSeenException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    NothingSeenException(Duration timeout, String instead) {
        super("no such message within " + timeout + "; the newest messages are:\n" + instead);
    }
}
