package pikett.bot.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pikett.config.Language;
import pikett.config.Secret;

/// What was said on the command line, so that it need not be asked.
///
/// @param output the configuration to write
/// @param force whether what is there already may be replaced
/// @param unattended whether nobody is there to be asked
/// @param account how Telegram is reached
/// @param admins Telegram's numbers of people, by name
/// @param chats Telegram's numbers of groups, by name
/// @param hosts `user@address[:port]`, or `here`, by name
/// @param hostKey the fingerprint that the hosts' key must have
/// @param keyFile the private key to log in with
/// @param storage where the database is, if not in its usual place
public record Wishes(
        Path output,
        boolean force,
        boolean unattended,
        Account account,
        Map<String, Long> admins,
        Map<String, Long> chats,
        Map<String, String> hosts,
        Optional<String> hostKey,
        Optional<Path> keyFile,
        Optional<Language> language,
        Optional<String> storage) {
    /// How Telegram is reached.
    ///
    /// @param tokenFile where the token lies already
    /// @param token of the environment
    /// @param proxyFile where the address of a proxy lies
    public record Account(
            Optional<Path> tokenFile,
            Optional<Secret> token,
            Optional<URI> apiUrl,
            Optional<Path> proxyFile) {}

    /// The folder of the configuration.
    Path folder() {
        return Objects.requireNonNull(output.toAbsolutePath().getParent(), "a file is in a folder");
    }

    Path beside(String name) {
        return folder().resolve(name);
    }
}
