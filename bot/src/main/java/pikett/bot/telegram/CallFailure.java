package pikett.bot.telegram;

import java.time.Duration;
import java.util.Optional;

/// Why a call to Telegram has no result. No text in it carries the token.
public sealed interface CallFailure {
    /// Telegram refused it.
    ///
    /// @param code Telegram's `error_code`, which follows HTTP
    /// @param retryAfter how long it asks us to wait
    /// @param migratedTo the chat's new id
    record Refused(
            int code, String description, Optional<Duration> retryAfter, Optional<Long> migratedTo)
            implements CallFailure {}

    /// No byte of it left: name not found, connection refused, TLS failed, or we were too busy.
    record NeverLeft(String reason) implements CallFailure {}

    /// It left, and what became of it is unknown: no answer, half an answer, or not Telegram's answer.
    record Unclear(String reason) implements CallFailure {}
}
