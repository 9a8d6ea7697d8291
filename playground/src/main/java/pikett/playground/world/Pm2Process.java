package pikett.playground.world;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One process under the care of the world's PM2: it is started again whenever it ends unasked.
/// Thread-safe: one lock around each transition.
final class Pm2Process {
    /// PM2's `min_uptime`: a child that ends sooner was unstable.
    private static final Duration MIN_UPTIME = Duration.ofSeconds(1);

    /// PM2's `max_restarts`: after this many unstable starts in a row it gives up.
    private static final int MAX_UNSTABLE = 16;

    /// PM2's `kill_timeout`, after which it kills.
    private static final long KILL_AFTER_MILLIS = 1_600;

    /// Logs are cut at a start when they are longer, so that a loop left alone fills no disk.
    private static final long MAX_LOG_BYTES = 4 << 20;

    private final SampleApp app;
    private final Function<Mode, ProcessBuilder> program;
    private final InstantSource clock;
    private final Runnable changed;
    private final Instant created;

    private @Nullable Process child;
    private Pm2Status status = Pm2Status.STOPPED;
    private Mode mode = Mode.HEALTHY;
    private int restarts;
    private int unstable;
    private Instant upSince;
    private OptionalInt lastExit = OptionalInt.empty();
    private ResourceUse use = ResourceUse.NONE;

    /// @param program what starts a child in a mode
    /// @param changed called after each change, from any thread
    Pm2Process(
            SampleApp app,
            Function<Mode, ProcessBuilder> program,
            InstantSource clock,
            Runnable changed) {
        this.app = app;
        this.program = program;
        this.clock = clock;
        this.changed = changed;
        this.created = clock.instant();
        this.upSince = created;
    }

    SampleApp app() {
        return app;
    }

    /// Starts it, unless it runs.
    synchronized void start() {
        if (status == Pm2Status.ONLINE) {
            return;
        }
        unstable = 0;
        launch();
    }

    /// Ends it and starts it again, as a person asked.
    ///
    /// @param heal whether it comes back healthy, or as it was
    synchronized void restart(boolean heal) {
        end();
        if (heal) {
            mode = Mode.HEALTHY;
        }
        unstable = 0;
        restarts++;
        launch();
    }

    /// Ends it; it stays down until it is started.
    synchronized void stop() {
        end();
        changed.run();
    }

    /// Sets how it behaves from now on. A child in a loop ends by itself and comes back in the new
    /// mode; the others are told.
    synchronized void become(Mode next) {
        mode = next;
        tell(next.name());
        changed.run();
    }

    /// Makes the child end at once with an error.
    synchronized void crash() {
        tell("crash");
    }

    synchronized void measure() {
        if (child != null && child.isAlive()) {
            use = use.next(child.toHandle(), clock.instant());
        }
    }

    synchronized ServiceState state() {
        boolean running = child != null && status == Pm2Status.ONLINE;
        return new ServiceState(
                app,
                mode,
                status,
                running && child != null ? child.pid() : 0,
                restarts,
                unstable,
                created,
                upSince,
                lastExit,
                running ? use.memoryBytes() : 0,
                running ? use.cpuPercent() : 0);
    }

    private void launch() {
        upSince = clock.instant();
        try {
            cut();
            Process started = program.apply(mode).start();
            child = started;
            status = Pm2Status.ONLINE;
            CompletableFuture<Void> _ =
                    started.onExit().thenAcceptAsync(this::ended, Thread::startVirtualThread);
        } catch (IOException impossible) {
            child = null;
            status = Pm2Status.ERRORED;
        }
        changed.run();
    }

    private synchronized void ended(Process which) {
        if (child == null || which.pid() != child.pid()) {
            return;
        }
        child = null;
        lastExit = OptionalInt.of(which.exitValue());
        if (status != Pm2Status.ONLINE) {
            return;
        }
        boolean early = Duration.between(upSince, clock.instant()).compareTo(MIN_UPTIME) < 0;
        unstable = early ? unstable + 1 : 0;
        if (unstable >= MAX_UNSTABLE) {
            status = Pm2Status.ERRORED;
            changed.run();
            return;
        }
        restarts++;
        launch();
    }

    private void end() {
        Process running = child;
        if (running == null) {
            status = Pm2Status.STOPPED;
            return;
        }
        status = Pm2Status.STOPPING;
        tell("quit");
        lastExit = exitOf(running);
        child = null;
        status = Pm2Status.STOPPED;
    }

    private static OptionalInt exitOf(Process running) {
        try {
            if (!running.waitFor(KILL_AFTER_MILLIS, TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
            return OptionalInt.of(running.waitFor());
        } catch (InterruptedException hurry) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private void tell(String order) {
        if (child == null) {
            return;
        }
        try {
            Writer orders = child.outputWriter();
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException ended) {
            // It ended while we spoke; its successor is started in the mode that counts.
            return;
        }
    }

    private void cut() throws IOException {
        for (Path log : List.of(app.output(), app.errors())) {
            if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
                FileChannel.open(log, StandardOpenOption.WRITE).truncate(0).close();
            }
        }
    }
}
