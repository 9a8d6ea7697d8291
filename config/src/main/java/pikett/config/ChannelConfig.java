package pikett.config;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A way out beside Telegram (`notify.channels`).
public sealed interface ChannelConfig {
    /// How one reads there.
    Reader reader();

    /// How one reads at a channel.
    ///
    /// @param language of what is said; that of the first chat when it is not written
    /// @param timeZone of the times in it; that of the first chat when it is not written
    record Reader(Optional<Language> language, Optional<ZoneId> timeZone) {}

    /// Mail.
    ///
    /// @param server `smtps://host[:port]` for TLS from the first byte, `smtp://host[:port]` for STARTTLS,
    ///     which only a server on this machine may do without
    /// @param login when the server asks for one
    /// @param from the sender's address
    /// @param to addresses
    record Mail(URI server, Optional<Login> login, String from, List<String> to, Reader reader)
            implements ChannelConfig {
        public Mail {
            to = List.copyOf(to);
        }
    }

    /// Who we are to a mail server.
    record Login(String user, Secret password) {}

    /// An address to which is posted.
    ///
    /// @param url may hold a secret, as Slack's do
    /// @param bearer sent as `Authorization: Bearer …`
    record Webhook(Secret url, Optional<Secret> bearer, Form form, Reader reader)
            implements ChannelConfig {}

    /// What is posted.
    sealed interface Form {
        /// Pikett's own JSON, or JSON by a template (`json`).
        ///
        /// @param template JSON in whose texts `{title}` and the like are filled in
        record Json(Optional<String> template) implements Form {}

        /// The text as the body, with title, priority and tags in headers (`ntfy`).
        record Ntfy() implements Form {}

        /// `{"text":"…"}` (`slack`), which many others take too.
        record Slack() implements Form {}
    }
}
