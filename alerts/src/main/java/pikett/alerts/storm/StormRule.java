package pikett.alerts.storm;

import java.time.Duration;
import java.time.Instant;
import pikett.alerts.outbox.Rate;

/// When a chat gets one card in place of many, and when it gets many again.
///
/// Half of what a chat can take is for new cards; the other half is for their edits, and for what
/// people ask.
public final class StormRule {
    private static final Duration QUIET = Duration.ofMinutes(2);

    private StormRule() {}

    /// Whether there is too much to say.
    ///
    /// @param wanted how many new cards are to be said now
    /// @param saidLately how many were said within the time of the rate
    public static boolean begins(int wanted, int saidLately, Rate limit) {
        return wanted + saidLately > room(limit);
    }

    /// Whether individual cards are possible again.
    ///
    /// @param stillFiring how many of the storm's incidents would get a card of their own
    /// @param saidLately how many were said there within the time of the rate
    /// @param lastArrived when an incident last came to it
    public static boolean isOver(
            int stillFiring, int saidLately, Instant lastArrived, Rate limit, Instant now) {
        boolean fits = !begins(stillFiring, saidLately, limit);
        return fits && !now.isBefore(lastArrived.plus(QUIET));
    }

    private static int room(Rate limit) {
        return Math.max(1, limit.amount() / 2);
    }
}
