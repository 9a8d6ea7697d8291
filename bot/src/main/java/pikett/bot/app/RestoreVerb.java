package pikett.bot.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import pikett.adapters.store.Backups;

/// `pikett restore FILE`.
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the database. Stop Pikett first.",
            "What is there now is kept beside it. What waited to be sent when the backup was made is sent again."
        })
final class RestoreVerb implements Callable<Integer> {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "what `pikett backup` wrote; it stays")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Optional<ConfigOption.Usable> usable = config.read();
        if (usable.isEmpty()) {
            return Pikett.CONFIGURATION;
        }
        Optional<Path> former =
                Backups.restore(usable.get().config().storage().url(), file, Instant.now());
        System.out.println("restored from " + file);
        former.ifPresent(path -> System.out.println("what was there before is " + path));
        return 0;
    }
}
