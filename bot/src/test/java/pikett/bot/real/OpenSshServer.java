package pikett.bot.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// OpenSSH's server on a high port of 127.0.0.1, for the user who runs the suite, with keys and a
/// configuration of its own. It grants no terminal, like the server that Pikett was made for.
final class OpenSshServer implements AutoCloseable {
    private final Path folder;
    private final int port = Programs.freePort();
    private Started process;

    /// @param environment what a command finds there
    OpenSshServer(Path folder, Map<String, String> environment) throws IOException {
        this(folder, environment, "");
    }

    /// @param more further lines of its configuration
    OpenSshServer(Path folder, Map<String, String> environment, String more) throws IOException {
        this.folder = Files.createDirectories(folder);
        keygen("host_key");
        keygen("login_key");
        letIn();
        knowHostKey();
        if (Files.isWritable(Path.of("/run"))) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Files.writeString(folder.resolve("sshd_config"), configuration(environment) + more);
        this.process = start();
    }

    private String configuration(Map<String, String> environment) {
        // For each command bash reads the .bashrc of whoever runs the tests, unless another shell
        // seems to have called it.
        StringBuilder set = new StringBuilder(" SHLVL=2");
        environment.forEach((name, value) -> set.append(" \"%s=%s\"".formatted(name, value)));
        return """
        Port %d
        ListenAddress 127.0.0.1
        HostKey %s/host_key
        AuthorizedKeysFile %s/authorized_keys
        PidFile none
        UsePAM no
        StrictModes no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin prohibit-password
        PermitTTY no
        X11Forwarding no
        MaxStartups 100
        LogLevel VERBOSE
        SetEnv%s
        """
                .formatted(port, folder, folder, set);
    }

    private Started start() {
        return Started.of(
                List.of("/usr/sbin/sshd", "-D", "-e", "-f", folder + "/sshd_config"),
                Map.of(),
                folder.resolve("log"),
                () -> Programs.listens(port));
    }

    /// As when the machine goes away: the listener and the sessions.
    void stop() {
        process.kill();
    }

    void startAgain() {
        process = start();
    }

    /// Another host key, as if another machine had taken the address.
    void swapHostKey() throws IOException {
        stop();
        Files.delete(folder.resolve("host_key"));
        Files.delete(folder.resolve("host_key.pub"));
        keygen("host_key");
        startAgain();
    }

    /// No key is accepted any more.
    void letNobodyIn() throws IOException {
        Files.writeString(folder.resolve("authorized_keys"), "");
    }

    /// The login key is accepted.
    void letIn() throws IOException {
        Files.writeString(
                folder.resolve("authorized_keys"),
                Files.readString(folder.resolve("login_key.pub")));
    }

    /// Whoever fits this line is let in, and nobody else.
    void letIn(String line) throws IOException {
        Files.writeString(folder.resolve("authorized_keys"), line);
    }

    /// OpenSSH's own client with the login key; `user@host` comes after these options.
    List<String> client() {
        return List.of(
                "ssh",
                "-F",
                "none",
                "-o",
                "BatchMode=yes",
                "-o",
                "IdentityAgent=none",
                "-o",
                "UserKnownHostsFile=" + folder.resolve("known_hosts"),
                "-i",
                folder.resolve("login_key").toString(),
                "-p",
                Integer.toString(port));
    }

    private void knowHostKey() throws IOException {
        Files.writeString(
                folder.resolve("known_hosts"),
                "[127.0.0.1]:%d %s"
                        .formatted(port, Files.readString(folder.resolve("host_key.pub"))));
    }

    String fingerprint() {
        return Programs.output("ssh-keygen", "-lf", folder + "/host_key.pub").split(" ")[1];
    }

    /// How often a login was refused, by its own log.
    long refusedLogins() throws IOException {
        return Files.readString(folder.resolve("log"))
                .lines()
                .filter(line -> line.contains("Failed publickey"))
                .count();
    }

    /// Its entry under `hosts`.
    String yaml() {
        return "{ ssh: '%s@127.0.0.1:%d', key-file: '%s', known-hosts: '%s' }"
                .formatted(
                        System.getProperty("user.name"),
                        port,
                        folder.resolve("login_key"),
                        folder.resolve("known_hosts"));
    }

    int port() {
        return port;
    }

    private void keygen(String name) {
        Programs.output("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder + "/" + name);
    }

    @Override
    public void close() {
        process.kill();
    }
}
