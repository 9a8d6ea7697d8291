package pikett.playground.telegram.message;

/// The bot whose Bot API is served, with the switches its owner can set.
///
/// @param privacy whether it sees only what is meant for it in groups (the default of real bots)
/// @param hearsBots whether other bots' messages that name it are delivered
public record Bot(UserId id, String name, String username, boolean privacy, boolean hearsBots) {
    /// A bot as its owner gets it: privacy on, deaf to bots.
    public static Bot named(long id, String name, String username) {
        return new Bot(new UserId(id), name, username, true, false);
    }

    /// The same bot, seeing every message of its groups or not.
    public Bot withPrivacy(boolean on) {
        return new Bot(id, name, username, on, hearsBots);
    }

    /// The same bot, hearing bots that name it or not.
    public Bot withHearingBots(boolean on) {
        return new Bot(id, name, username, privacy, on);
    }

    /// The bot as the sender of a message.
    public Person person() {
        return new Person(id, name, username, null, true);
    }
}
