package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A process of which is known what it costs.
class MeasuredProcess implements AutoCloseable {
    final Path log;
    final Instant begun = Instant.now();
    private final Process process;

    /// @param log takes both outputs
    MeasuredProcess(Path log, String... command) throws IOException {
        this.log = log;
        this.process =
                attachable(new ProcessBuilder(command))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
    }

    final Duration cpu() throws IOException {
        return CpuTime.own(process.pid());
    }

    final long residentMegabytes() throws IOException {
        return CpuTime.residentKilobytes(process.pid()) / 1024;
    }

    /// Has the heap of a Java program cleared of what nobody holds any more.
    final void collectGarbage() throws IOException, InterruptedException {
        int exit =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(process.pid()),
                                "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("jcmd could not collect: exit " + exit);
        }
    }

    /// The package lets nobody attach; whoever measures what it holds has to.
    private static ProcessBuilder attachable(ProcessBuilder builder) {
        builder.environment().put("PIKETT_JAVA_OPTIONS", "-XX:-DisableAttachMechanism");
        return builder;
    }

    final long threads() throws IOException {
        return CpuTime.threads(process.pid());
    }

    final long descriptors() throws IOException {
        return CpuTime.descriptors(process.pid());
    }

    @Override
    public final void close() {
        process.destroy();
        process.onExit().join();
    }
}
