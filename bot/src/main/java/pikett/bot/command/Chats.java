package pikett.bot.command;

/// What the bot does about chats themselves.
///
/// Safe for use by many threads. Never throws: what could not be done is tried again at the next
/// occasion.
public interface Chats {
    /// Leaves a group that the bot was not given.
    void leave(long chat);
}
