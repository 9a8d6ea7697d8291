package pikett.playground.telegram;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a poll asks for.
///
/// @param offset id of the first update wanted; all before it are acknowledged
/// @param limit 1-100
/// @param timeout how long to wait for a first update, at most 50 s
/// @param allowed the kinds wanted from now on; nothing keeps what was asked before
public record PollRequest(int offset, int limit, Duration timeout, @Nullable List<String> allowed) {
    private static final Duration LONGEST = Duration.ofSeconds(50);

    public PollRequest {
        limit = Math.clamp(limit, 1, 100);
        timeout = timeout.isNegative() ? Duration.ZERO : timeout;
        timeout = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
    }

    PollRequest with(int newLimit, Duration newTimeout) {
        return new PollRequest(offset, newLimit, newTimeout, allowed);
    }
}
