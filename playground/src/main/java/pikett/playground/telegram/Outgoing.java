package pikett.playground.telegram;

import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.Keyboard;
import pikett.playground.telegram.message.Traits;

/// A message the bot wants to send.
///
/// @param chat id, or `@name` of a public chat
/// @param topic id of the topic, 0 for none
/// @param reply the message it answers
public record Outgoing(
        String chat,
        int topic,
        Content content,
        Keyboard keyboard,
        Traits traits,
        @Nullable Reply reply) {
    /// Which message is answered.
    ///
    /// @param optional whether to send the message also if that one is gone
    public record Reply(int messageId, boolean optional) {}
}
