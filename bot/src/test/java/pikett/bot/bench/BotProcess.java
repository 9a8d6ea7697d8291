package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program in a process of its own, started as `./dev run` starts it.
final class BotProcess extends MeasuredProcess {
    /// @param folder where its configuration and its log lie
    BotProcess(Path folder, String yaml) throws IOException {
        super(
                folder.resolve("bot.log"),
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-Xms24m",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-cp",
                System.getProperty("java.class.path"),
                "pikett.bot.app.Pikett",
                "run",
                "--config",
                Files.writeString(folder.resolve("pikett.yaml"), yaml).toString());
    }
}
