package pikett.adapters.ssh;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pikett.config.HostConfig;

/// OpenSSH's own server on a high port of this machine, for the user who runs the tests, with keys and
/// a configuration of its own.
final class RealSshd implements AutoCloseable {
    private final Path folder;
    private final int port;
    private Process process;

    /// @param settings further lines of sshd_config
    RealSshd(Path folder, String... settings) throws Exception {
        this.folder = folder;
        this.port = freePort();
        keygen("host_key", "-t", "ed25519");
        keygen("login_key", "-t", "ed25519");
        Files.copy(folder.resolve("login_key.pub"), folder.resolve("authorized_keys"));
        if (Files.isWritable(Path.of("/run"))) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        // SHLVL: for each command bash reads the .bashrc of whoever runs the tests, unless another
        // shell seems to have called it. Of several SetEnv sshd takes the first.
        Files.writeString(
                folder.resolve("sshd_config"),
                """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s/host_key
                AuthorizedKeysFile %s/authorized_keys
                PidFile none
                UsePAM no
                StrictModes no
                PasswordAuthentication no
                PermitRootLogin yes
                LogLevel VERBOSE
                %s
                SetEnv SHLVL=2
                """
                        .formatted(port, folder, folder, String.join("\n", settings)));
        process = start();
    }

    private Process start() throws IOException {
        Process started =
                new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", folder + "/sshd_config")
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                        .start();
        await().atMost(Duration.ofSeconds(30)).until(this::listens);
        return started;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Everything of it ends: the listener and the sessions.
    void stop() {
        List<ProcessHandle> sessions = process.descendants().toList();
        sessions.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        sessions.forEach(session -> session.onExit().join());
    }

    void startAgain() throws IOException {
        process = start();
    }

    /// Gives it another host key, as if another machine had taken its address.
    void swapHostKey() throws Exception {
        stop();
        Files.delete(folder.resolve("host_key"));
        Files.delete(folder.resolve("host_key.pub"));
        keygen("host_key", "-t", "ed25519");
        startAgain();
    }

    String fingerprint() throws Exception {
        Process shown = new ProcessBuilder("ssh-keygen", "-lf", folder + "/host_key.pub").start();
        return new String(shown.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .split(" ")[1];
    }

    /// A known_hosts file as `ssh` itself would have written it.
    Path knownHosts(boolean hashed) throws Exception {
        Path file = folder.resolve("known_hosts");
        String key = Files.readString(folder.resolve("host_key.pub"));
        Files.writeString(file, "[127.0.0.1]:%d %s".formatted(port, key));
        if (hashed) {
            run("ssh-keygen", "-q", "-H", "-f", file.toString());
        }
        return file;
    }

    /// Accepts the key from now on.
    void letIn() throws IOException {
        Files.writeString(
                folder.resolve("authorized_keys"),
                Files.readString(folder.resolve("login_key.pub")));
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    int port() {
        return port;
    }

    HostConfig.Ssh config() throws Exception {
        return config(new HostConfig.Trust.KnownHosts(knownHosts(false)), Optional.empty());
    }

    HostConfig.Ssh config(HostConfig.Trust trust, Optional<String> jump) {
        return new HostConfig.Ssh(
                System.getProperty("user.name"),
                "127.0.0.1",
                port,
                new HostConfig.Login.KeyFile(folder.resolve("login_key")),
                trust,
                jump);
    }

    private void keygen(String name, String... kind) throws Exception {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "ssh-keygen",
                                "-q",
                                "-N",
                                "",
                                "-f",
                                folder.resolve(name).toString()));
        line.addAll(List.of(kind));
        run(line.toArray(String[]::new));
    }

    private static void run(String... line) throws Exception {
        int status =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IllegalStateException("%s ended with %d".formatted(line[0], status));
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
