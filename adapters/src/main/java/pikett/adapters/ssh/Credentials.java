package pikett.adapters.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.SSHAgentConnector;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.config.HostConfig;
import pikett.config.Secret;

/// What we show a host to be let in: exactly what the configuration names and nothing else.
///
/// @param id tells one credential from another without giving it away; part of the breaker's key
/// @param jsch holds the key, if it is one
/// @param methods the login methods that may be used, in JSch's notation
record Credentials(String id, JSch jsch, String methods, HostConfig.Login login) {
    /// Reads the key, or finds the agent.
    ///
    /// @throws UnusableException saying what is missing
    static Credentials of(HostConfig.Login login) throws UnusableException {
        JSch jsch = new JSch();
        return switch (login) {
            case HostConfig.Login.KeyFile(Path path) ->
                    new Credentials(addKey(jsch, path), jsch, "publickey", login);
            case HostConfig.Login.Agent() -> {
                addAgent(jsch);
                yield new Credentials("agent", jsch, "publickey", login);
            }
            case HostConfig.Login.Password _ ->
                    new Credentials("password", jsch, "password,keyboard-interactive", login);
        };
    }

    /// What we would need to log in is missing or unusable.
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Reason reason;

        UnusableException(Reason reason, Throwable cause) {
            super(reason.english(), cause);
            this.reason = reason;
        }

        UnusableException(Reason reason) {
            super(reason.english());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /// Sets the session up to make one attempt with this and no other.
    void applyTo(Session session) {
        session.setConfig("PreferredAuthentications", methods);
        switch (login) {
            case HostConfig.Login.KeyFile _ -> {
                // Signs at once: no question beforehand whether the key would do, no method `none`.
                // A
                // wrong key is seen exactly once by the host.
                session.setConfig("enable_auth_none", "no");
                session.setConfig("enable_pubkey_auth_query", "no");
                session.setConfig("try_additional_pubkey_algorithms", "no");
                session.setConfig("MaxAuthTries", "1");
            }
            case HostConfig.Login.Agent _ -> session.setConfig("MaxAuthTries", "1");
            case HostConfig.Login.Password(Secret password) -> {
                session.setConfig("MaxAuthTries", "1");
                session.setPassword(password.reveal().getBytes(StandardCharsets.UTF_8));
            }
        }
        // One algorithm for each kind of key, so that an RSA key is not offered several times.
        session.setConfig(
                "PubkeyAcceptedAlgorithms",
                "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,"
                        + "rsa-sha2-256");
    }

    private static String addKey(JSch jsch, Path path) throws UnusableException {
        try {
            byte[] bytes = Files.readAllBytes(path);
            KeyPair key = KeyPair.load(jsch, bytes, null);
            if (key.isEncrypted()) {
                throw new UnusableException(at(Cause.KEY_ENCRYPTED, path));
            }
            jsch.addIdentity(path.toString(), bytes, null, null);
            return Fingerprint.of(key.getPublicKeyBlob());
        } catch (IOException failure) {
            throw new UnusableException(at(Cause.KEY_UNREADABLE, path), failure);
        } catch (JSchException failure) {
            throw new UnusableException(at(Cause.KEY_UNUSABLE, path), failure);
        }
    }

    private static Reason at(Cause cause, Path path) {
        return Reason.of(cause, Detail.text(path.toString()));
    }

    private static void addAgent(JSch jsch) throws UnusableException {
        try {
            AgentIdentityRepository agent = new AgentIdentityRepository(new SSHAgentConnector());
            if (agent.getIdentities().isEmpty()) {
                throw new UnusableException(Reason.of(Cause.AGENT_EMPTY));
            }
            jsch.setIdentityRepository(agent);
        } catch (AgentProxyException failure) {
            throw new UnusableException(Reason.of(Cause.AGENT_ABSENT), failure);
        }
    }
}
