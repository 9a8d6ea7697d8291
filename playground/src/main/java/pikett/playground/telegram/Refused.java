package pikett.playground.telegram;

import java.io.Serial;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pikett.playground.telegram.message.ChatId;

/// The cloud will not do what the bot asked; carries what the Bot API answers.
public final class Refused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final int code;
    private final int retryAfter;
    private final long migrateTo;

    private Refused(int code, String description, int retryAfter, long migrateTo) {
        super(description);
        this.code = code;
        this.retryAfter = retryAfter;
        this.migrateTo = migrateTo;
    }

    /// Any code with any description.
    public static Refused with(int code, String description) {
        return new Refused(code, description, 0, 0);
    }

    /// 400: the request makes no sense here.
    public static Refused badRequest(String reason) {
        return with(400, "Bad Request: " + reason);
    }

    /// 403: the bot may not.
    public static Refused forbidden(String reason) {
        return with(403, "Forbidden: " + reason);
    }

    /// 409: another use of the same bot is in the way.
    public static Refused conflict(String reason) {
        return with(409, "Conflict: " + reason);
    }

    /// 429: wait that long, in whole seconds rounded up, at least one.
    public static Refused tooMany(Duration wait) {
        int seconds = (int) Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return new Refused(429, "Too Many Requests: retry after " + seconds, seconds, 0);
    }

    /// 400: the group has become the supergroup of that id.
    public static Refused moved(ChatId supergroup) {
        return new Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                0,
                supergroup.value());
    }

    /// The HTTP status and `error_code`.
    public int code() {
        return code;
    }

    /// The words for the bot.
    public String description() {
        return String.valueOf(getMessage());
    }

    /// Seconds to wait, if that would help.
    public OptionalInt retryAfter() {
        return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
    }

    /// The new id of the chat, if that is what is wrong.
    public OptionalLong migrateTo() {
        return migrateTo != 0 ? OptionalLong.of(migrateTo) : OptionalLong.empty();
    }
}
