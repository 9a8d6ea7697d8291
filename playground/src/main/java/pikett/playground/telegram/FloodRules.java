package pikett.playground.telegram;

import java.time.Duration;

/// How much a bot may send.
///
/// @param burst messages into one chat at once
/// @param interval after a burst, the time each further message into that chat needs
/// @param groupPerMinute messages and edits into one group in any minute
/// @param perSecond calls that send or edit, over all chats, in any second
public record FloodRules(int burst, Duration interval, int groupPerMinute, int perSecond) {
    /// About what Telegram allows; the true figures are not published.
    public static final FloodRules TELEGRAM = new FloodRules(3, Duration.ofSeconds(1), 20, 30);

    /// No limit.
    public static final FloodRules OFF =
            new FloodRules(Integer.MAX_VALUE, Duration.ZERO, Integer.MAX_VALUE, Integer.MAX_VALUE);

    public FloodRules {
        if (burst < 1 || groupPerMinute < 1 || perSecond < 1 || interval.isNegative()) {
            throw new IllegalArgumentException("a flood rule allows at least one message");
        }
    }
}
