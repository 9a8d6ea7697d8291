package pikett.bot.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Optional;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Subject;

/// What is the matter with Telegram itself, which it cannot tell of.
///
/// @param since when it began
public record TelegramTrouble(What what, Instant since) {
    /// What the outbox calls the message of one trouble, which its end belongs to as well.
    public static Subject subject(What what, Instant since) {
        return new Subject("telegram-trouble:%s:%d".formatted(what, since.toEpochMilli()));
    }

    private static final String KIND = "telegram-trouble";
    private static final JsonMapper JSON = new JsonMapper();

    /// What it is.
    public enum What {
        /// Telegram does not know our token.
        TOKEN_REFUSED,
        /// Somebody else polls with our token, or has set a webhook.
        ANOTHER_INSTANCE,
        /// Neither of them any more.
        OVER
    }

    /// As the outbox takes it.
    public Content content() {
        return new Content(
                KIND, "{\"what\":\"%s\",\"since\":%d}".formatted(what, since.toEpochMilli()));
    }

    /// Reads it; empty for a message of somebody else.
    static Optional<TelegramTrouble> of(Content content) {
        if (!content.kind().equals(KIND)) {
            return Optional.empty();
        }
        try {
            JsonNode payload = JSON.readTree(content.payload());
            return Optional.of(
                    new TelegramTrouble(
                            What.valueOf(payload.path("what").asText()),
                            Instant.ofEpochMilli(payload.path("since").asLong())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds what is no JSON", e);
        }
    }
}
