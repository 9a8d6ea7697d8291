package pikett.adapters.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pikett.adapters.failpoint.FailPoint;
import pikett.adapters.host.BoundedSink;
import pikett.adapters.host.Command;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.Launcher;
import pikett.adapters.host.Output;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellQuoting;
import pikett.adapters.host.ShellResult;
import pikett.adapters.host.Signals;
import pikett.adapters.reason.Reason;

/// Runs argument vectors on the machine that Pikett itself runs on.
///
/// Each command gets a session of its own where `setsid` exists (every Linux), so that all it started
/// ends with it; elsewhere the children that can still be found end. A program that itself exits with
/// 128 + n is taken as ended by signal n: the JDK does not tell the two apart.
///
/// Safe for use by many threads.
public final class LocalShell implements Shell {
    /// The vector reaches the shell by standard input: the JDK would encode arguments with the
    /// locale's charset, and in a service without a locale every umlaut would become a question mark.
    private static final List<String> START =
            List.of("/bin/sh", "-c", "eval \"$(cat)\"", Launcher.NAME);

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /// How long a process that holds on to the output of an ended program is waited for.
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final List<Path> extraPath;
    private final Map<String, String> environment;

    /// The environment of Pikett itself.
    public LocalShell() {
        this(List.of(), Map.of());
    }

    /// @param extraPath folders that are searched for programs before the usual ones
    /// @param environment what is added to the environment of Pikett itself
    public LocalShell(List<Path> extraPath, Map<String, String> environment) {
        this.extraPath = List.copyOf(extraPath);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public ShellResult run(Command command) {
        long start = System.nanoTime();
        Deadline deadline = Deadline.in(command.timeout());
        Process process;
        try {
            process = start(command);
        } catch (IOException failure) {
            return new ShellResult.FailedToStart(Reason.told(String.valueOf(failure.getMessage())));
        }
        Streams streams = new Streams(process, command.outputLimit());
        boolean inTime = awaitEnd(process, deadline);
        if (!inTime) {
            new ProcessGroup(process, Files.isExecutable(SETSID)).end();
        }
        streams.settle();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return inTime
                ? ended(process.exitValue(), streams.output(), took)
                : new ShellResult.TimedOut(took, streams.output());
    }

    private Process start(Command command) throws IOException {
        List<String> line = new ArrayList<>(START);
        if (Files.isExecutable(SETSID)) {
            line.addFirst(SETSID.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(line);
        // Meant for Pikett: a program with traces of its own would send them under our name.
        builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", "", (old, _) -> path(old));
        Process process = builder.start();
        String script = "exec " + ShellQuoting.line(command.arguments()) + " </dev/null\n";
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(script.getBytes(StandardCharsets.UTF_8));
        }
        FailPoint.EXEC_SENT.pass();
        return process;
    }

    private String path(String usual) {
        List<String> folders = new ArrayList<>(extraPath.stream().map(Path::toString).toList());
        folders.add(usual);
        return String.join(File.pathSeparator, folders);
    }

    /// Whether the program ended by itself; an interrupt counts as the end of its time.
    private static boolean awaitEnd(Process process, Deadline deadline) {
        try {
            return process.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ShellResult ended(int status, Output output, Duration took) {
        return Launcher.failure(status, output)
                .<ShellResult>map(ShellResult.FailedToStart::new)
                .or(() ->
                        Signals.ofStatus(status)
                                .map(signal -> new ShellResult.Killed(signal, output, took)))
                .orElseGet(() -> new ShellResult.Done(status, output, took));
    }

    /// The two outputs of a process, each drained by a thread of its own.
    private static final class Streams {
        private final BoundedSink standard;
        private final BoundedSink error;
        private final CompletableFuture<Void> drained;

        Streams(Process process, int limit) {
            standard = new BoundedSink(limit);
            error = new BoundedSink(limit);
            drained =
                    CompletableFuture.allOf(
                            drain(process.getInputStream(), standard),
                            drain(process.getErrorStream(), error));
        }

        private static CompletableFuture<Void> drain(InputStream from, BoundedSink to) {
            return CompletableFuture.runAsync(
                    () -> {
                        try (from) {
                            from.transferTo(to);
                        } catch (IOException closed) {
                            // The process was ended; what came before is kept.
                        }
                    },
                    task -> Thread.ofVirtual().name("drain").start(task));
        }

        void settle() {
            drained.copy().completeOnTimeout(null, SETTLE.toMillis(), TimeUnit.MILLISECONDS).join();
        }

        Output output() {
            return new Output(standard.text(), error.text(), standard.dropped() + error.dropped());
        }
    }
}
