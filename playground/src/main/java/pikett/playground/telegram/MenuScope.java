package pikett.playground.telegram;

import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.UserId;

/// For whom a command menu is.
public sealed interface MenuScope {
    /// For everybody who has none of their own.
    record Everybody() implements MenuScope {}

    /// In private chats.
    record PrivateChats() implements MenuScope {}

    /// In groups and supergroups.
    record Groups() implements MenuScope {}

    /// For those who run groups and supergroups.
    record GroupAdministrators() implements MenuScope {}

    /// In one chat.
    record OneChat(ChatId chat) implements MenuScope {}

    /// For those who run one chat.
    record ChatAdministrators(ChatId chat) implements MenuScope {}

    /// For one person in one chat.
    record OneMember(ChatId chat, UserId person) implements MenuScope {}
}
