package pikett.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// An update as it came over the wire.
///
/// @param message which message it brings, for updates that bring a new one
/// @param raw JSON
record RawUpdate(int updateId, Optional<MessageKey> message, String raw) {
    /// Names a message once and for all.
    record MessageKey(long chat, long message) {}

    /// Reads the keys of an update; empty when it has no usable id.
    static Optional<RawUpdate> of(JsonNode update) {
        JsonNode id = update.path("update_id");
        if (!id.isIntegralNumber() || !id.canConvertToInt()) {
            return Optional.empty();
        }
        return Optional.of(new RawUpdate(id.intValue(), messageOf(update), update.toString()));
    }

    private static Optional<MessageKey> messageOf(JsonNode update) {
        JsonNode chat = update.path("message").path("chat").path("id");
        JsonNode message = update.path("message").path("message_id");
        return chat.isIntegralNumber() && message.isIntegralNumber()
                ? Optional.of(new MessageKey(chat.longValue(), message.longValue()))
                : Optional.empty();
    }
}
