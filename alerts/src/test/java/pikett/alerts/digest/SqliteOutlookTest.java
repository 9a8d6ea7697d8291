package pikett.alerts.digest;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import pikett.config.Secret;

final class SqliteOutlookTest extends OutlookTests {
    @TempDir Path folder;

    @Override
    Secret emptyDatabase() {
        return new Secret("jdbc:sqlite:" + folder.resolve("pikett.db"));
    }
}
