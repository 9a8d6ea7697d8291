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
    private final RedisServer redis;
    private final CaddyServer proxy;
    private final int healthPort = Programs.freePort();
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
            this.redis = new RedisServer(folder.resolve("redis"));
            running.push(redis);
            redis.fill(WAITING, FAILED);
            // Nothing listens behind it.
            this.proxy = new CaddyServer(folder.resolve("caddy"), closedPort);
            running.push(proxy);
            this.pm2 = new Pm2(folder.resolve("pm2"), healthPort);
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

    /// Adds jobs through BullMQ.
    void fillQueue(int waiting, int failed) {
        redis.fill(waiting, failed);
    }

    /// What `redis-cli` says.
    long redis(String... command) {
        return redis.ask(command);
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
        return redis.url();
    }

    String healthUrl() {
        return "http://127.0.0.1:%d/health".formatted(healthPort);
    }

    /// Answered by Caddy, which reaches nobody.
    String proxiedUrl() {
        return proxy.url();
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
