package pikett.adapters.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that runs beside a test until it is closed.
public final class RunningProgram implements AutoCloseable {
    private static final int SECONDS = 20;

    private final Process process;
    private final BufferedReader output;

    private RunningProgram(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /// Starts it.
    public static RunningProgram start(List<String> command) throws IOException {
        return new RunningProgram(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /// The next line that it prints, once it is there.
    ///
    /// @throws IllegalStateException when it ended instead
    public String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IllegalStateException("it ended without another line");
        }
        return line;
    }

    /// Ends its input, waits for its end, and ends it when that does not come.
    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
