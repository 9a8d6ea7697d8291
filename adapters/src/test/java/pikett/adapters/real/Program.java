package pikett.adapters.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program to its end, or ends it after some minutes.
public final class Program {
    private static final int MINUTES = 3;

    private Program() {}

    /// What it printed, both streams.
    ///
    /// @throws IllegalStateException when it ended with an error, with what it printed
    public static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(output);
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException(command.getFirst() + " failed: " + printed);
        }
        return printed;
    }
}
