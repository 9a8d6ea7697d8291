package pikett.adapters.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.config.Secret;

final class SqliteStoreTest extends StoreContract {
    @TempDir Path folder;

    @Override
    Secret emptyDatabase() {
        return url(folder.resolve("pikett.db"));
    }

    @Test
    void every_commit_is_flushed_to_the_disk() {
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
    }

    @Test
    void only_the_owner_may_read_the_file() throws Exception {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("pikett.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_others_could_read_is_theirs_no_longer() throws Exception {
        store.close();
        Path file = folder.resolve("pikett.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        store = Stores.open(url(file));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void work_that_asks_the_store_again_fails_instead_of_waiting_for_itself() {
        assertThatThrownBy(() -> store.write(_ -> store.write(_ -> 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ask the store again");
        write("still working");
    }

    @Test
    void a_full_disk_keeps_nothing_and_loses_nothing_and_heals() {
        write("before");
        long pages =
                store.write(handle -> {
                    long now = handle.createQuery("PRAGMA page_count").mapTo(Long.class).one();
                    handle.createQuery("PRAGMA max_page_count = " + now).mapTo(Long.class).one();
                    return now;
                });

        assertThatThrownBy(() -> write("x".repeat(1_000_000)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(texts()).containsExactly("before");

        store.write(handle ->
                handle.createQuery("PRAGMA max_page_count = " + (pages + 10_000))
                        .mapTo(Long.class)
                        .one());
        write("after");
        assertThat(texts()).containsExactly("before", "after");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws Exception {
        Path file = Files.writeString(folder.resolve("other.db"), "precious notes of somebody");

        assertThatThrownBy(() -> Stores.open(url(file)))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("backup");
        assertThat(Files.readString(file)).isEqualTo("precious notes of somebody");
    }

    @Test
    void a_damaged_file_is_refused() throws Exception {
        for (int n = 0; n < 500; n++) {
            write("a note that fills some pages of the file, number " + n);
        }
        store.close();
        Path file = folder.resolve("pikett.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 1; page < bytes.length / 4096; page++) {
            bytes[page * 4096] ^= 0x55;
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> Stores.open(url(file)))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("is damaged");
        store = Stores.open(url(folder.resolve("another.db")));
    }

    @Test
    void a_missing_folder_is_said() {
        assertThatThrownBy(() -> Stores.open(url(folder.resolve("no/such/pikett.db"))))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void tables_of_a_newer_pikett_are_refused() {
        store.write(handle ->
                handle.execute(
                        """
                        INSERT INTO flyway_schema_history
                            (installed_rank, version, description, type, script, installed_by,
                             execution_time, success)
                        VALUES (999, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 'x', 1, 1)
                        """));
        store.close();

        assertThatThrownBy(() -> Stores.open(emptyDatabase()))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("newer");
        store = Stores.open(url(folder.resolve("another.db")));
    }

    private String pragma(String name) {
        return store.write(
                handle -> handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    private static Secret url(Path file) {
        return new Secret("jdbc:sqlite:" + file);
    }
}
