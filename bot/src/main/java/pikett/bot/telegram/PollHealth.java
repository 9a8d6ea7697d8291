package pikett.bot.telegram;

import java.time.Instant;
import java.util.Optional;

/// How polling is doing.
///
/// @param since when this state began
/// @param lastSuccess when Telegram last answered a poll as it should
/// @param alarming whether somebody should be told by another way than Telegram
/// @param detail what was said last; without the token
public record PollHealth(
        State state,
        Instant since,
        Optional<Instant> lastSuccess,
        boolean alarming,
        String detail) {
    /// Whether Telegram is reached, whatever it says; empty when that is not known.
    public Optional<Boolean> reaches() {
        return switch (state) {
            case POLLING, TOKEN_REFUSED, ANOTHER_INSTANCE -> Optional.of(true);
            case UNREACHABLE -> Optional.of(false);
            case STARTING, STORE_AWAY, STOPPED -> Optional.empty();
        };
    }

    /// What polling is doing.
    public enum State {
        /// Not yet answered since the start.
        STARTING,
        /// The last poll was answered, or one is under way after such.
        POLLING,
        /// Telegram is not reached; trying on.
        UNREACHABLE,
        /// Telegram does not know the token; asking less than once a minute.
        TOKEN_REFUSED,
        /// Somebody else polls with our token, or has set a webhook. Alarming after three minutes.
        ANOTHER_INSTANCE,
        /// Updates have arrived that cannot be kept, so no more are asked for.
        STORE_AWAY,
        /// Closed.
        STOPPED
    }
}
