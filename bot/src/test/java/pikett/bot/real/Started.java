package pikett.bot.real;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/// A program that runs until it is ended. Its pid stands in a file meanwhile, for whoever has to tidy up
/// when this process cannot.
final class Started implements AutoCloseable {
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(25);

    private final Process process;
    private final Path pidFile;

    /// Starts it and waits until it is up.
    ///
    /// @param log takes both outputs, at its end
    static Started of(
            List<String> command, Map<String, String> environment, Path log, Callable<Boolean> up) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Started started = new Started(builder.start());
            try {
                await().atMost(UP_WITHIN).failFast(() -> !started.process.isAlive()).until(up);
                return started;
            } catch (TerminalFailureException | ConditionTimeoutException e) {
                started.kill();
                throw new IllegalStateException(
                        "%s is not up:%n%s".formatted(command, Files.readString(log)), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Started(Process process) throws IOException {
        this.process = process;
        this.pidFile = Programs.WORK.resolve("pids").resolve(Long.toString(process.pid()));
        Files.createDirectories(pidFile.getParent());
        Files.writeString(pidFile, Long.toString(process.pid()));
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// `kill -9`: it and what it started, at once.
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        forget();
    }

    /// `kill -9` for it alone.
    void killAlone() {
        process.destroyForcibly().onExit().join();
        forget();
    }

    /// Asks it to end; what does not is killed.
    ///
    /// @return its exit code
    int end() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(ENDS_WITHIN)) {
                process.destroyForcibly();
            }
            int exit = process.waitFor();
            children.forEach(ProcessHandle::destroyForcibly);
            forget();
            return exit;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end();
    }
}
