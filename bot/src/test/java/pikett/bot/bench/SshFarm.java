package pikett.bot.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One sshd that is many hosts: it listens on an address of 127.0.0.0/8 for each.
final class SshFarm implements AutoCloseable {
    final Path folder;
    final int port;
    final List<String> addresses;
    private final Process sshd;

    SshFarm(Path folder, int hosts) throws IOException, InterruptedException {
        this.folder = folder;
        this.addresses = IntStream.rangeClosed(1, hosts).mapToObj(n -> "127.0.0." + n).toList();
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        key("host_key");
        key("client_key");
        Files.copy(folder.resolve("client_key.pub"), folder.resolve("authorized_keys"));
        String listen =
                addresses.stream()
                        .map(address -> "ListenAddress " + address)
                        .collect(Collectors.joining("\n"));
        Path config =
                Files.writeString(
                        folder.resolve("sshd_config"),
                        """
                        Port %d
                        %s
                        HostKey %s
                        AuthorizedKeysFile %s
                        PidFile none
                        StrictModes no
                        UsePAM no
                        PermitTTY no
                        PermitRootLogin prohibit-password
                        MaxStartups 200:30:400
                        """
                                .formatted(
                                        port,
                                        listen,
                                        folder.resolve("host_key"),
                                        folder.resolve("authorized_keys")));
        this.sshd =
                new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("sshd.log").toFile())
                        .start();
        String hostKey = Files.readString(folder.resolve("host_key.pub")).strip();
        Files.writeString(
                folder.resolve("known_hosts"),
                addresses.stream()
                        .map(address -> "[" + address + "]:" + port + " " + hostKey)
                        .collect(Collectors.joining("\n", "", "\n")));
        awaitUp();
    }

    private void key(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private void awaitUp() throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(addresses.getLast(), port), 500);
                return;
            } catch (IOException e) {
                if (attempt == 50 || !sshd.isAlive()) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    @Override
    public void close() {
        sshd.descendants().forEach(ProcessHandle::destroy);
        sshd.destroy();
    }
}
