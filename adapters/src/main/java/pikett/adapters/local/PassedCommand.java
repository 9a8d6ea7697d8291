package pikett.adapters.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pikett.adapters.host.ReadableText;

/// A command that runs as if whoever started this process had started it: with the same input, its output
/// where it would go, its signals, its exit code. Once in a process.
public final class PassedCommand {
    /// What a shell says of a program that is not there, and of one that cannot be run.
    private static final int NOT_FOUND = 127;

    private static final int NOT_RUNNABLE = 126;

    /// How long what it left behind may hold its output open without writing.
    private static final Duration LEFT_BEHIND = Duration.ofMillis(500);

    private PassedCommand() {}

    /// How it ended.
    ///
    /// @param exit its exit code; 128 + n where signal n ended it; 127 or 126 where it could not be started
    /// @param tail the last of what it wrote on both outputs, in the order in which it came, made readable
    /// @param trouble why it could not be started; empty when it was
    public record Ended(int exit, Duration took, String tail, String trouble) {}

    /// Runs it to its end.
    ///
    /// @param command the program and its arguments, which are the last arguments of this process
    /// @param tail how many bytes of what it wrote are kept
    public static Ended run(List<String> command, int tail) throws InterruptedException {
        PassedSignals signals = PassedSignals.caught();
        LastBytes last = new LastBytes(tail);
        long start = System.nanoTime();
        Process process;
        try {
            process =
                    new ProcessBuilder(ExactArguments.of(command))
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start();
        } catch (IOException failure) {
            return notStarted(command.getFirst(), failure);
        }
        signals.to(process);
        PassedStream output =
                PassedStream.start(
                        process.getInputStream(), new FileOutputStream(FileDescriptor.out), last);
        PassedStream error =
                PassedStream.start(
                        process.getErrorStream(), new FileOutputStream(FileDescriptor.err), last);
        int exit = process.waitFor();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        output.settle(LEFT_BEHIND);
        error.settle(LEFT_BEHIND);
        return new Ended(exit, took, ReadableText.of(last.bytes()), "");
    }

    private static Ended notStarted(String program, IOException failure) {
        boolean there = program.contains("/") && Files.exists(Path.of(program));
        String trouble = program + ": " + (there ? "cannot be run" : "not found");
        boolean other = String.valueOf(failure.getMessage()).contains("error=13");
        return new Ended(there || other ? NOT_RUNNABLE : NOT_FOUND, Duration.ZERO, "", trouble);
    }
}
