package pikett.bot.telegram;

import java.time.Duration;

/// How long to wait after a poll that failed. Pure.
final class PollPause {
    private PollPause() {}

    /// The wait before the next poll.
    ///
    /// @param inARow how many polls have failed since the last success, this one included
    /// @param random from 0 to 1, spreads instances that failed together
    static Duration after(PollFailure failure, int inARow, double random) {
        return switch (failure) {
            // Less than once a minute, even at the shortest.
            case PollFailure.TokenRefused _ -> growing(90, 900, inARow, random);
            case PollFailure.Conflict _ -> growing(5, 60, inARow, random);
            case PollFailure.TooMany tooMany ->
                    tooMany.asked()
                            .map(asked -> asked.plusMillis((long) (1000 * random)))
                            .orElseGet(() -> growing(1, 60, inARow, random));
            case PollFailure.Unreachable _ -> growing(1, 30, inARow, random);
        };
    }

    private static Duration growing(long least, long most, int inARow, double random) {
        long doubled = least << Math.clamp(inARow - 1L, 0, 10);
        long ceiling = Math.clamp(doubled, least, most);
        // Between the least and the ceiling, more often near it: never a hammer, never in step.
        double share = 0.75 + 0.25 * random;
        return Duration.ofMillis(Math.max(least * 1000, (long) (ceiling * 1000 * share)));
    }
}
