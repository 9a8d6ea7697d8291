package pikett.playground.telegram.message;

import org.jspecify.annotations.Nullable;

/// Someone with an account: a human, or a bot.
///
/// @param username public name without `@`
/// @param language code of the person's app, such as `de`
public record Person(
        UserId id,
        String firstName,
        @Nullable String username,
        @Nullable String language,
        boolean isBot) {
    /// What the cloud puts in the place of an administrator who writes as the group.
    public static final Person ANONYMOUS_ADMIN =
            new Person(new UserId(1_087_968_824), "Group", "GroupAnonymousBot", null, true);

    /// What the cloud puts in the place of someone who writes as a channel.
    public static final Person CHANNEL_WRITER =
            new Person(new UserId(136_817_688), "Channel", "Channel_Bot", null, true);

    /// A human without a public name.
    public static Person human(long id, String firstName) {
        return new Person(new UserId(id), firstName, null, null, false);
    }

    /// The same person with that public name.
    public Person withUsername(String newUsername) {
        return new Person(id, firstName, newUsername, language, isBot);
    }

    /// The same person whose app speaks that language.
    public Person withLanguage(String code) {
        return new Person(id, firstName, username, code, isBot);
    }
}
