package pikett.bot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import pikett.adapters.store.Backups;

/// `pikett backup FILE`.
@Command(name = "backup", description = "Copies the database into a file, also while Pikett runs.")
final class BackupVerb implements Callable<Integer> {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "the copy; it must not exist yet")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        Optional<ConfigOption.Usable> usable = config.read();
        if (usable.isEmpty()) {
            return Pikett.CONFIGURATION;
        }
        Backups.write(usable.get().config().storage().url(), file);
        System.out.println("%s: %,d bytes".formatted(file, Files.size(file)));
        return 0;
    }
}
