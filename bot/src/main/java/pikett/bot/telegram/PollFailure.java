package pikett.bot.telegram;

import java.time.Duration;
import java.util.Optional;

/// Why a poll brought nothing.
sealed interface PollFailure {
    /// In the words of who refused; without the token.
    String reason();

    /// 401 or 404: the token is not, or no longer, the bot's.
    record TokenRefused(String reason) implements PollFailure {}

    /// 409: somebody else polls with our token, or has set a webhook.
    record Conflict(String reason) implements PollFailure {}

    /// 429.
    ///
    /// @param asked the wait that Telegram asks for
    record TooMany(Optional<Duration> asked, String reason) implements PollFailure {}

    /// Not reached, or answered by something that is not Telegram, or Telegram's own trouble.
    record Unreachable(String reason) implements PollFailure {}

    /// What a refusal of Telegram's means for polling.
    static PollFailure of(CallFailure.Refused refused) {
        String reason = refused.code() + " " + refused.description();
        return switch (refused.code()) {
            case 401, 404 -> new TokenRefused(reason);
            case 409 -> new Conflict(reason);
            case 429 -> new TooMany(refused.retryAfter(), reason);
            default -> new Unreachable(reason);
        };
    }
}
