package pikett.bot.app;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import pikett.config.Secret;

final class SqliteHostPastTest extends HostPastContract {
    @TempDir Path folder;

    @Override
    Secret emptyDatabase() {
        return new Secret("jdbc:sqlite:" + folder.resolve("pikett.db"));
    }
}
