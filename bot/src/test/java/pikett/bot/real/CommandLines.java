package pikett.bot.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Reads, as anybody on this machine can, what programs are started with. Short ones may slip through.
final class CommandLines implements AutoCloseable {
    private static final long EVERY_MILLIS = 50;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    CommandLines() {
        ScheduledFuture<?> _ =
                watch.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    seen.add(new String(Files.readAllBytes(process.resolve("cmdline")), UTF_8));
                } catch (IOException ended) {
                    // It was faster.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> seen() {
        return Set.copyOf(seen);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
