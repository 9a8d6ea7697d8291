package pikett.bot.telegram;

import java.time.Duration;

/// How polling behaves.
///
/// @param timeout how long Telegram holds a poll open when there is nothing; at most 50 s
/// @param watchEvery how often the watchdog looks
/// @param storeRetry the longest wait between attempts to keep what arrived
record PollSettings(Duration timeout, Duration watchEvery, Duration storeRetry) {
    static final PollSettings USUAL =
            new PollSettings(Duration.ofSeconds(50), Duration.ofSeconds(1), Duration.ofSeconds(5));

    /// After so long without an update Telegram may have started new, lower ids.
    static final Duration QUIET = Duration.ofDays(5);
}
