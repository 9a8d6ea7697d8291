package pikett.bot.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pikett.adapters.failpoint.FailPoint;

/// The bot in a process of its own that is killed and started again, on the same database.
///
/// For one thread.
final class Victim implements AutoCloseable {
    private static final Duration UP_WITHIN = Duration.ofSeconds(90);

    private final Path folder;
    private final Path log;
    private Process process;

    /// Starts it.
    ///
    /// @param folder with its `pikett.yaml`
    Victim(Path folder) throws IOException {
        this.folder = folder;
        this.log = folder.resolve("pikett.log");
        Files.createDirectories(dooms());
        this.process = start();
    }

    private Path dooms() {
        return folder.resolve("dooms");
    }

    private Process start() throws IOException {
        long before = ups();
        Process started =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Xmx192m",
                                "-XX:+AutoCreateSharedArchive",
                                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                DoomedPikett.class.getName(),
                                dooms().toString(),
                                "run",
                                "--config",
                                folder.resolve("pikett.yaml").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        long patience = System.nanoTime() + UP_WITHIN.toNanos();
        // One that dies at its doom while it starts is looked for by whoever doomed it.
        while (started.isAlive() && ups() <= before) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("the bot does not poll; its log is " + log);
            }
            pause();
        }
        if (!started.isAlive() && !isDoomed(started.exitValue())) {
            throw new IllegalStateException("the bot did not start; its log is " + log);
        }
        return started;
    }

    private static boolean isDoomed(int exit) {
        return exit == DoomedPikett.GONE || exit == DoomedPikett.OUT_OF_MEMORY;
    }

    /// How often its log tells that it polls and that all of it has started, whichever was said less often.
    private long ups() throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(log);
        return Math.min(
                times(lines, "polling state=POLLING was=STARTING"),
                times(lines, "running config="));
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long times(List<String> lines, String words) {
        return lines.stream().filter(line -> line.contains(words)).count();
    }

    /// Lets it end in peace once, so that it leaves its classes behind as the next starts like to find
    /// them: they take half the time. Java does that only where the class path is all archives.
    void train() throws IOException {
        process.destroy();
        process.onExit().join();
        process = start();
    }

    /// The next passing of the point ends it.
    void doom(FailPoint point) throws IOException {
        Files.createFile(dooms().resolve(point.name()));
    }

    /// At the next passing of the point its memory is used up.
    void exhaust(FailPoint point) throws IOException {
        Path written = Files.writeString(folder.resolve("doom"), DoomedPikett.HOARD);
        Files.move(written, dooms().resolve(point.name()));
    }

    /// Waits for its end at the point, and starts it again.
    ///
    /// @return whether the point was reached in time
    boolean revive(FailPoint point, Duration within) throws IOException, InterruptedException {
        boolean died = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        Files.deleteIfExists(dooms().resolve(point.name()));
        if (died) {
            process = start();
        }
        return died;
    }

    /// `kill -9`, and a new start.
    void kill() throws IOException {
        process.destroyForcibly().onExit().join();
        process = start();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
