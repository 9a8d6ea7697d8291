package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program as users install it, out of `target/pikett`, which `./dev package` makes.
final class PackagedBot extends MeasuredProcess {
    static final Path HOME = Path.of("target", "pikett").toAbsolutePath();

    /// @param folder where its configuration and its log lie
    PackagedBot(Path folder, String yaml) throws IOException {
        super(
                folder.resolve("bot.log"),
                HOME.resolve("bin/pikett").toString(),
                "run",
                "--config",
                Files.writeString(folder.resolve("pikett.yaml"), yaml).toString());
    }
}
