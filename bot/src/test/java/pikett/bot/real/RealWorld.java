package pikett.bot.real;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine that Pikett looks after: real programs, each with a configuration of its own, all on
/// loopback, all ended with it.
final class RealWorld implements AutoCloseable {
    static final int WAITING = 162;
    static final int FAILED = 3;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Path folder;
    private final Pm2 pm2;
    private final OpenSshServer ssh;
    private final int healthPort = Programs.freePort();
    private final int redisPort = Programs.freePort();
    private final int proxyPort = Programs.freePort();
    private final int closedPort = Programs.freePort();

    static RealWorld start() {
        try {
            return new RealWorld();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RealWorld() throws IOException {
        // Not below the checkout: PM2's sockets need a short path.
        this.folder = Files.createTempDirectory("pikett-real-");
        running.push(this::removeFolder);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        try {
            startRedis();
            startProxy();
            this.pm2 = new Pm2(folder.resolve("pm2"), healthPort, Canaries.SUNG);
            running.push(pm2);
            this.ssh =
                    new OpenSshServer(
                            folder.resolve("ssh"), Pm2.environment(folder.resolve("pm2")));
            running.push(ssh);
            await().atMost(Duration.ofSeconds(30)).until(() -> Programs.listens(healthPort));
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void startRedis() throws IOException {
        Path home = Files.createDirectories(folder.resolve("redis"));
        running.push(
                Started.of(
                        List.of(
                                "redis-server",
                                "--port",
                                Integer.toString(redisPort),
                                "--bind",
                                "127.0.0.1",
                                "--save",
                                "",
                                "--dir",
                                home.toString()),
                        Map.of(),
                        home.resolve("log"),
                        () -> Programs.listens(redisPort)));
        fillQueue(WAITING, FAILED);
    }

    /// Caddy in front of a port where nothing listens.
    private void startProxy() throws IOException {
        Path home = Files.createDirectories(folder.resolve("caddy"));
        Files.writeString(
                home.resolve("Caddyfile"),
                """
                {
                    admin off
                    auto_https off
                                }
                http://127.0.0.1:%d {
                    bind 127.0.0.1
                    reverse_proxy 127.0.0.1:%d
                }
                """
                        .formatted(proxyPort, closedPort));
        running.push(
                Started.of(
                        List.of(
                                "caddy",
                                "run",
                                "--adapter",
                                "caddyfile",
                                "--config",
                                home.resolve("Caddyfile").toString()),
                        Map.of("HOME", home.toString(), "XDG_DATA_HOME", home.toString()),
                        home.resolve("log"),
                        () -> Programs.listens(proxyPort)));
    }

    /// Adds jobs through BullMQ.
    void fillQueue(int waiting, int failed) {
        Programs.output(
                Map.of("NODE_PATH", Programs.WORK.resolve("node_modules").toString()),
                "node",
                Programs.SOURCES.resolve("fill.cjs").toString(),
                Integer.toString(redisPort),
                Integer.toString(waiting),
                Integer.toString(failed));
    }

    /// What `redis-cli` says.
    long redis(String... command) {
        String[] line = new String[command.length + 3];
        line[0] = "redis-cli";
        line[1] = "-p";
        line[2] = Integer.toString(redisPort);
        System.arraycopy(command, 0, line, 3, command.length);
        return Long.parseLong(Programs.output(line).strip());
    }

    Pm2 pm2() {
        return pm2;
    }

    OpenSshServer ssh() {
        return ssh;
    }

    Path folder() {
        return folder;
    }

    String redisUrl() {
        return "redis://127.0.0.1:%d/0".formatted(redisPort);
    }

    String healthUrl() {
        return "http://127.0.0.1:%d/health".formatted(healthPort);
    }

    /// Answered by Caddy, which reaches nobody.
    String proxiedUrl() {
        return "http://127.0.0.1:%d/health".formatted(proxyPort);
    }

    String closedUrl() {
        return "http://127.0.0.1:%d/health".formatted(closedPort);
    }

    int closedPort() {
        return closedPort;
    }

    private void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// Ends everything, the last first; also when something of it cannot be ended.
    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("cannot be ended: " + e);
            }
        }
    }
}
