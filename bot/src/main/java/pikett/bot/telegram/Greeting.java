package pikett.bot.telegram;

import java.util.Optional;

/// Somebody, or a group, that a bot hears of for the first time.
public sealed interface Greeting {
    /// A person wrote to the bot in private.
    ///
    /// @param name for display only; anybody can take any name
    /// @param username without the `@`
    /// @param language what the person's app speaks, such as `de`
    record Person(long id, String name, Optional<String> username, Optional<String> language)
            implements Greeting {}

    /// The bot was added to a group, or a person wrote there.
    ///
    /// @param title for display only
    /// @param topic of a forum, if the person wrote in one
    /// @param byPerson who wrote, or brought the bot there
    /// @param byName that person's name
    record Group(long id, String title, Optional<Integer> topic, long byPerson, String byName)
            implements Greeting {}

    /// A group has another id from now on.
    record Moved(long from, long to) implements Greeting {}
}
