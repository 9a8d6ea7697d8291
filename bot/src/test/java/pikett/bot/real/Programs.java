package pikett.bot.real;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Map;

/// Runs programs of this machine to their end.
final class Programs {
    /// Where the suite keeps what it installs, its pictures and its logs.
    static final Path WORK = Path.of("target", "real").toAbsolutePath();

    /// The sources of the suite that are not Java.
    static final Path SOURCES = Path.of("src", "test", "real").toAbsolutePath();

    private static final Duration MOST = Duration.ofMinutes(2);

    private Programs() {}

    /// How a program ended, and both of its outputs as one text.
    record Ended(int exit, String output) {}

    /// Runs it and gives its output.
    ///
    /// @throws IllegalStateException when it fails; with its output
    static String output(Map<String, String> environment, String... command) {
        Ended ended = run(environment, List.of(command));
        if (ended.exit() != 0) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s"
                            .formatted(String.join(" ", command), ended.exit(), ended.output()));
        }
        return ended.output();
    }

    static String output(String... command) {
        return output(Map.of(), command);
    }

    static Ended run(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile());
        try {
            // A file: a pipe would stay open as long as a daemon that the program leaves behind.
            Path file = Files.createTempFile("pikett-real-", ".out");
            try {
                Process process = builder.redirectOutput(file.toFile()).start();
                boolean over = process.waitFor(MOST);
                if (!over) {
                    process.destroyForcibly();
                }
                String output = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                if (!over) {
                    throw new IllegalStateException(
                            "%s has not ended after %s:%n%s"
                                    .formatted(String.join(" ", command), MOST, output));
                }
                return new Ended(process.exitValue(), output);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
