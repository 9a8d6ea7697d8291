package pikett.playground.telegram;

import java.util.Locale;

/// What somebody is to a chat.
public enum Membership {
    /// Made the chat; may do everything.
    CREATOR,
    /// May do most things; the bot as administrator sees every message.
    ADMINISTRATOR,
    /// In the chat.
    MEMBER,
    /// Not in the chat, free to come.
    LEFT,
    /// Removed and barred; of the bot in a private chat: blocked by the person.
    KICKED;

    /// Whether the one is in the chat.
    public boolean present() {
        return this == CREATOR || this == ADMINISTRATOR || this == MEMBER;
    }

    /// Whether the one may act for the chat.
    public boolean runs() {
        return this == CREATOR || this == ADMINISTRATOR;
    }

    /// The name on the wire.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
