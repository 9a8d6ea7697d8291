package pikett.config;

import java.time.ZoneId;
import java.util.Optional;

/// A chat that the bot knows.
///
/// @param id Telegram's chat id; negative for groups and channels
/// @param topic the forum topic in which the bot posts
/// @param language of what is posted to the chat; a person's own setting wins in answers
/// @param timeZone in which times are written
/// @param quietBelow below this severity a message is delivered without sound
public record ChatConfig(
        long id,
        Optional<Integer> topic,
        Language language,
        ZoneId timeZone,
        Optional<Severity> quietBelow) {
    /// The same chat under another id.
    public ChatConfig withId(long newId) {
        return new ChatConfig(newId, topic, language, timeZone, quietBelow);
    }
}
