package pikett.bot.setup;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pikett.config.Language;

/// The first configuration, before it is written.
///
/// @param account the bot
/// @param language of people and chats
/// @param admins Telegram's numbers of people, by name
/// @param storage where the database is, if not in its usual place
record FirstConfig(
        Account account,
        Language language,
        Map<String, Long> admins,
        Map<String, Group> chats,
        Map<String, Host> hosts,
        Optional<String> storage) {
    /// The bot's entry.
    ///
    /// @param token a reference to where the token lies
    /// @param apiUrl another one than Telegram's own
    /// @param proxy a reference to where the proxy's address lies
    record Account(String token, Optional<URI> apiUrl, Optional<String> proxy) {}

    /// A group that alerts go to.
    ///
    /// @param topic of a forum
    record Group(long id, Optional<Integer> topic) {}

    /// A machine to look at.
    sealed interface Host {
        /// The one that Pikett itself runs on.
        record Here() implements Host {}

        /// One that is reached over SSH.
        ///
        /// @param target `user@address[:port]`
        /// @param trust the file of known hosts that lists its key
        record Far(String target, String keyFile, String trust) implements Host {}
    }

    FirstConfig {
        admins = kept(admins);
        chats = kept(chats);
        hosts = kept(hosts);
    }

    FirstConfig withAdmin(String name, long id) {
        return new FirstConfig(account, language, with(admins, name, id), chats, hosts, storage);
    }

    FirstConfig withLanguage(Language other) {
        return new FirstConfig(account, other, admins, chats, hosts, storage);
    }

    FirstConfig withChat(String name, Group group) {
        return new FirstConfig(account, language, admins, with(chats, name, group), hosts, storage);
    }

    FirstConfig withHost(String name, Host host) {
        return new FirstConfig(account, language, admins, chats, with(hosts, name, host), storage);
    }

    /// As `pikett.yaml`.
    String yaml() {
        StringBuilder yaml = new StringBuilder("# Made by pikett init.\ntelegram:\n");
        yaml.append("  token: ").append(quoted(account.token())).append('\n');
        account.apiUrl()
                .ifPresent(url ->
                        yaml.append("  api-url: ").append(quoted(url.toString())).append('\n'));
        account.proxy().ifPresent(at -> yaml.append("  proxy: ").append(quoted(at)).append('\n'));
        section(yaml, "  ", "chats", chats, this::entry);
        section(yaml, "", "people", admins, this::entry);
        section(yaml, "", "hosts", hosts, FirstConfig::entry);
        storage.ifPresent(
                url -> yaml.append("storage: { url: ").append(quoted(url)).append(" }\n"));
        return yaml.toString();
    }

    private String entry(Group group) {
        return "id: %d%s, language: %s"
                .formatted(
                        group.id(),
                        group.topic().map(", topic: %d"::formatted).orElse(""),
                        spoken());
    }

    private String entry(long admin) {
        return "telegram: %d, role: admin, language: %s".formatted(admin, spoken());
    }

    private static String entry(Host host) {
        return switch (host) {
            case Host.Here() -> "local: true";
            case Host.Far(String target, String key, String trust) ->
                    "ssh: %s, key-file: %s, known-hosts: %s"
                            .formatted(quoted(target), quoted(key), quoted(trust));
        };
    }

    private String spoken() {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static <T> void section(
            StringBuilder yaml,
            String indent,
            String name,
            Map<String, T> entries,
            Function<T, String> entry) {
        if (entries.isEmpty()) {
            return;
        }
        yaml.append(indent).append(name).append(":\n");
        entries.forEach((key, value) ->
                yaml.append(indent)
                        .append("  ")
                        .append(quoted(key))
                        .append(": { ")
                        .append(entry.apply(value))
                        .append(" }\n"));
    }

    /// A name of digits, or one such as `no`, is text as well.
    private static String quoted(String text) {
        boolean plain =
                text.matches("[A-Za-z][A-Za-z0-9_/-]*")
                        && !text.matches("(?i)y|n|yes|no|on|off|true|false|null");
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }

    private static <T> Map<String, T> with(Map<String, T> entries, String name, T value) {
        Map<String, T> more = new LinkedHashMap<>(entries);
        more.put(name, value);
        return more;
    }

    private static <T> Map<String, T> kept(Map<String, T> entries) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
