package pikett.adapters.ssh;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pikett.adapters.host.Signals;

/// Runs a command line with this machine's `/bin/sh`, as an SSH server does with a login shell.
final class ShellCommand extends ScriptedCommand {
    private final String line;

    ShellCommand(String line) {
        this.line = line;
    }

    @Override
    void run() throws Exception {
        Process process =
                new ProcessBuilder("/bin/sh", "-c", line)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .start();
        CompletableFuture<Void> standard = pump(process.getInputStream(), out());
        CompletableFuture<Void> error = pump(process.getErrorStream(), err());
        int status = process.waitFor();
        CompletableFuture.allOf(standard, error)
                .completeOnTimeout(null, 200, TimeUnit.MILLISECONDS)
                .join();
        Optional<String> signal = Signals.ofStatus(status);
        if (signal.isPresent()) {
            exitBySignal(signal.get());
        } else {
            exit(status);
        }
    }

    private static CompletableFuture<Void> pump(InputStream from, OutputStream to) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        byte[] block = new byte[32_768];
                        for (int n = from.read(block); n >= 0; n = from.read(block)) {
                            to.write(block, 0, n);
                            to.flush();
                        }
                    } catch (IOException closed) {
                        // The channel or the process has gone.
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }
}
