package pikett.bot.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A Redis on a high port of 127.0.0.1 that keeps nothing on disk, with a queue of BullMQ in it.
final class RedisServer implements AutoCloseable {
    private final Path folder;
    private final int port = Programs.freePort();
    private Started process;

    RedisServer(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.process = start();
    }

    private Started start() {
        return Started.of(
                List.of(
                        "redis-server",
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--dir",
                        folder.toString()),
                Map.of(),
                log(),
                () -> Programs.listens(port));
    }

    /// With all that was in it.
    void stop() {
        process.kill();
    }

    void startAgain() {
        process = start();
    }

    /// Adds jobs through BullMQ.
    void fill(int waiting, int failed) {
        Programs.output(
                Map.of("NODE_PATH", Programs.WORK.resolve("node_modules").toString()),
                "node",
                Programs.SOURCES.resolve("fill.cjs").toString(),
                Integer.toString(port),
                Integer.toString(waiting),
                Integer.toString(failed));
    }

    /// What `redis-cli` says.
    long ask(String... command) {
        String[] line = new String[command.length + 3];
        line[0] = "redis-cli";
        line[1] = "-p";
        line[2] = Integer.toString(port);
        System.arraycopy(command, 0, line, 3, command.length);
        return Long.parseLong(Programs.output(line).strip());
    }

    /// From now on it wants this password.
    void lock(String password) throws IOException {
        // Not as an argument, which everybody on the machine can read.
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("CONFIG SET requirepass %s\r\n".formatted(password).getBytes(UTF_8));
            if (socket.getInputStream().read() != '+') {
                throw new IOException("Redis took no password");
            }
        }
    }

    int port() {
        return port;
    }

    String url() {
        return "redis://127.0.0.1:%d/0".formatted(port);
    }

    Path log() {
        return folder.resolve("log");
    }

    @Override
    public void close() {
        process.close();
    }
}
