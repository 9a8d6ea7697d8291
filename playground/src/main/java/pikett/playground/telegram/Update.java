package pikett.playground.telegram;

import java.time.Instant;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Message;

/// One thing the bot is told of. Kept for 24 hours, or until a poll acknowledges it.
public record Update(int id, Instant at, Event event) {
    /// What happened.
    public sealed interface Event {
        /// The name by which a bot asks for this kind in `allowed_updates`.
        default String wireName() {
            return switch (this) {
                case Said(Message message) -> isPost(message) ? "channel_post" : "message";
                case Edited(Message message) ->
                        isPost(message) ? "edited_channel_post" : "edited_message";
                case Pressed _ -> "callback_query";
                case BotMoved _ -> "my_chat_member";
                case MemberMoved _ -> "chat_member";
                case Reacted _ -> "message_reaction";
                case Raw _ -> "raw";
            };
        }

        private static boolean isPost(Message message) {
            return message.chat().kind() == ChatKind.CHANNEL;
        }
    }

    /// A message or a channel post.
    public record Said(Message message) implements Event {}

    /// A message was changed, by its writer or only in its metadata.
    public record Edited(Message message) implements Event {}

    /// A button was pressed.
    public record Pressed(CallbackQuery query) implements Event {}

    /// The bot itself was added, removed, promoted, blocked or unblocked.
    public record BotMoved(MembershipChange change) implements Event {}

    /// Somebody else came, left or was promoted; told only when asked for.
    public record MemberMoved(MembershipChange change) implements Event {}

    /// Somebody changed their emoji under a message; told only when asked for.
    public record Reacted(ReactionChange change) implements Event {}

    /// A hand-made update: the members of a JSON object, without `update_id`.
    public record Raw(String json) implements Event {}
}
