package pikett.adapters.real;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/// A redis-server of our own on a free loopback port, with a password, without persistence.
public final class RealRedis implements AutoCloseable {
    /// Its password.
    public static final String PASSWORD = "only-for-this-test";

    private final Process process;
    private final int port;

    private RealRedis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it and waits until it answers.
    public static RealRedis start() throws IOException {
        int port = freePort();
        Path folder = Files.createTempDirectory("redis");
        Process process =
                new ProcessBuilder(
                                "redis-server",
                                "--port",
                                Integer.toString(port),
                                "--bind",
                                "127.0.0.1",
                                "--save",
                                "",
                                "--appendonly",
                                "no",
                                "--dir",
                                folder.toString(),
                                "--requirepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        RealRedis redis = new RealRedis(process, port);
        Awaitility.await().ignoreException(JedisConnectionException.class).until(redis::answers);
        return redis;
    }

    public int port() {
        return port;
    }

    /// A connection that has logged in.
    public Jedis connect() {
        Jedis jedis = new Jedis("127.0.0.1", port);
        jedis.auth(PASSWORD);
        return jedis;
    }

    /// What redis-cli prints for the command.
    public String cli(String... command) throws IOException, InterruptedException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "redis-cli",
                                "--no-auth-warning",
                                "-a",
                                PASSWORD,
                                "-p",
                                Integer.toString(port)));
        all.addAll(List.of(command));
        return Program.run(all).strip();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean answers() {
        try (Jedis jedis = connect()) {
            return jedis.ping().equals("PONG");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
