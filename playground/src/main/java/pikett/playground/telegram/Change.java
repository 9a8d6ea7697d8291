package pikett.playground.telegram;

import java.util.List;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.MessageKey;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.UserId;

/// Something that people can see changed.
public sealed interface Change {
    /// A message appeared.
    record Posted(Message message) implements Change {}

    /// A message looks different now: its words, or its buttons.
    record Edited(Message message) implements Change {}

    /// A message is gone.
    record Deleted(MessageKey key) implements Change {}

    /// A person's press was answered.
    record Answered(UserId person, String queryId, CallbackAnswer answer) implements Change {}

    /// The bot shows that it is busy, such as `typing`.
    record Busy(ChatId chat, int topic, String action) implements Change {}

    /// The emoji of somebody under a message are these now.
    record Reacted(MessageKey key, UserId by, List<String> reactions) implements Change {}

    /// The pinned messages of a chat are these now, newest last.
    record PinsChanged(ChatId chat, List<Integer> pinned) implements Change {}

    /// A chat was made, or somebody's standing in it changed, or its topics.
    record ChatChanged(Chat chat) implements Change {}

    /// An account was made.
    record PersonAdded(Person person) implements Change {}

    /// The bot's command menu changed.
    record MenuChanged() implements Change {}
}
