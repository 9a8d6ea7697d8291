package pikett.bot.command;

/// What the bot does about chats themselves.
///
/// Safe for use by many threads.
public interface Chats {
    /// Leaves a group that the bot was not given. Never throws: what could not be done is tried again
    /// at the next occasion.
    void leave(long chat);

    /// Keeps, durably, that a group has another id from now on.
    void moved(long from, long to);
}
