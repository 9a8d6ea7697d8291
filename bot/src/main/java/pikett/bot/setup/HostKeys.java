package pikett.bot.setup;

import java.util.Optional;

/// Asks hosts for their keys. Shows them nothing.
public interface HostKeys {
    /// What a host said.
    sealed interface Answer {
        /// Its key.
        ///
        /// @param type such as `ssh-ed25519`
        /// @param fingerprint `SHA256:…`
        /// @param line of known_hosts
        /// @param known what our own file of known hosts says of it
        record Key(String type, String fingerprint, String line, Known known) implements Answer {}

        /// Nothing.
        ///
        /// @param why for people
        record Nothing(String why) implements Answer {}
    }

    /// What a file of known hosts says of a key.
    enum Known {
        /// It is this host's.
        LISTED,
        /// Nothing of this host.
        UNKNOWN,
        /// This host has another one.
        ANOTHER
    }

    /// The host's key.
    ///
    /// @param fingerprint the one to look for among its keys; otherwise its best key
    Answer ask(String address, int port, Optional<String> fingerprint);
}
