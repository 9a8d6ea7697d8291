package pikett.config;

import java.nio.file.Path;
import java.util.Optional;

/// A machine that Pikett reaches.
public sealed interface HostConfig {
    /// The machine Pikett itself runs on (`local: true`).
    record Local() implements HostConfig {}

    /// A machine reached by SSH (`ssh: user@address[:port]`).
    ///
    /// @param login exactly one way to prove who we are
    /// @param trust the host key that we accept; never learned on first use
    /// @param jump name of the host through which this one is reached
    record Ssh(
            String user, String address, int port, Login login, Trust trust, Optional<String> jump)
            implements HostConfig {}

    /// How Pikett proves who it is.
    sealed interface Login {
        /// A private key in a file (`key-file`).
        record KeyFile(Path path) implements Login {}

        /// The running SSH agent (`agent: true`).
        record Agent() implements Login {}

        /// A password (`password`).
        record Password(Secret password) implements Login {}
    }

    /// Which host key is accepted.
    sealed interface Trust {
        /// The keys that this file lists for the host (`known-hosts`).
        record KnownHosts(Path file) implements Trust {}

        /// The key with this fingerprint, `SHA256:…` as ssh-keygen prints it (`host-key`).
        record Fingerprint(String sha256) implements Trust {}
    }
}
