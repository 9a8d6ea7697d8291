package pikett.adapters.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.config.Secret;

/// A process that is killed in the middle of its work loses nothing that it called durable.
final class SqliteKillTest {
    private static final int KILLS = 20;

    @TempDir Path folder;

    @Test
    void what_was_called_durable_survives_being_killed() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("pikett.db");
        List<String> durable = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            durable.addAll(killed(url, "life" + kill, 1 + kill * 7));
        }

        try (Store store = Stores.open(new Secret(url))) {
            Set<String> kept =
                    new HashSet<>(
                            store.read(handle ->
                                    handle.createQuery("SELECT text FROM notes")
                                            .mapTo(String.class)
                                            .list()));
            assertThat(durable).hasSizeGreaterThan(KILLS);
            assertThat(kept).containsAll(durable);
        }
    }

    /// Starts a process, kills it when it has called so many durable, and gives all that it called so.
    private List<String> killed(String url, String name, int after) throws Exception {
        Process process = WritingProcess.start(url, name, folder.resolve("errors-" + name));
        List<String> durable = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            durable.addAll(WritingProcess.durable(lines, after));
            // Unlike the process itself, its handle leaves what it said readable.
            process.toHandle().destroyForcibly();
            durable.addAll(WritingProcess.durable(lines, Integer.MAX_VALUE));
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(durable).hasSizeGreaterThanOrEqualTo(after);
        return durable;
    }
}
