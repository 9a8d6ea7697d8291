package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// The program in a process of its own, started as `./dev run` starts it.
final class BotProcess implements AutoCloseable {
    final Path log;
    final Instant begun;
    private final Process process;

    /// @param folder where its configuration and its log lie
    BotProcess(Path folder, String yaml) throws IOException {
        this.log = folder.resolve("bot.log");
        Path config = Files.writeString(folder.resolve("pikett.yaml"), yaml);
        this.begun = Instant.now();
        this.process =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx192m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "pikett.bot.app.Pikett",
                                "run",
                                "--config",
                                config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
    }

    Duration cpu() throws IOException {
        return CpuTime.own(process.pid());
    }

    long residentMegabytes() throws IOException {
        return CpuTime.residentKilobytes(process.pid()) / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
