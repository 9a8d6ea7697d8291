package pikett.bot.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A few sshd that are many hosts: each listens on some addresses of 127.0.0.0/8, all on one port.
/// One daemon alone would not do, since OpenSSH listens on no more than sixteen addresses.
final class SshFarm implements AutoCloseable {
    private static final int ADDRESSES_A_DAEMON = 16;

    final Path folder;
    final int port;
    final List<String> addresses;
    private final List<Process> daemons = new ArrayList<>();

    SshFarm(Path folder, int hosts) throws IOException, InterruptedException {
        this.folder = folder;
        this.addresses = IntStream.rangeClosed(1, hosts).mapToObj(n -> "127.0.0." + n).toList();
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        key("host_key");
        key("client_key");
        Files.copy(folder.resolve("client_key.pub"), folder.resolve("authorized_keys"));
        String hostKey = Files.readString(folder.resolve("host_key.pub")).strip();
        Files.writeString(
                folder.resolve("known_hosts"),
                addresses.stream()
                        .map(address -> "[" + address + "]:" + port + " " + hostKey)
                        .collect(Collectors.joining("\n", "", "\n")));
        try {
            for (int from = 0; from < hosts; from += ADDRESSES_A_DAEMON) {
                start(addresses.subList(from, Math.min(hosts, from + ADDRESSES_A_DAEMON)));
            }
        } catch (IOException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private void start(List<String> listening) throws IOException, InterruptedException {
        String name = "sshd-" + daemons.size();
        Path config = Files.writeString(folder.resolve(name + ".conf"), settings(listening));
        Process sshd =
                new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start();
        daemons.add(sshd);
        awaitUp(sshd, listening.getLast());
    }

    /// SHLVL: for each command bash reads the .bashrc of whoever measures, unless another shell seems to have
    /// called it.
    private String settings(List<String> listening) {
        return """
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
        SetEnv SHLVL=2
        """
                .formatted(
                        port,
                        listening.stream()
                                .map(address -> "ListenAddress " + address)
                                .collect(Collectors.joining("\n")),
                        folder.resolve("host_key"),
                        folder.resolve("authorized_keys"));
    }

    private void key(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private void awaitUp(Process sshd, String address) throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), 500);
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
        for (Process sshd : daemons) {
            sshd.descendants().forEach(ProcessHandle::destroy);
            sshd.destroy();
        }
    }
}
