package pikett.playground.telegram.message;

import java.util.Locale;

/// What sort of chat it is.
public enum ChatKind {
    /// One person and the bot.
    PRIVATE,
    /// A small group; it can become a supergroup, and then its id changes.
    GROUP,
    /// A large group; only this kind can have topics.
    SUPERGROUP,
    /// One writes, many read.
    CHANNEL;

    /// The name on the wire.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether several people write in it.
    public boolean isGroup() {
        return this == GROUP || this == SUPERGROUP;
    }
}
