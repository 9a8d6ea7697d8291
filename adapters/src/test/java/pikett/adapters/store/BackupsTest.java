package pikett.adapters.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.config.Secret;

/// A backup is whole, and what it takes the place of is not lost.
final class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T19:45:00Z");

    @TempDir Path folder;
    private Path file;
    private Path copy;
    private Secret url;

    @BeforeEach
    void aDatabase() {
        file = folder.resolve("pikett.db");
        copy = folder.resolve("copy.db");
        url = new Secret("jdbc:sqlite:" + file);
        try (Store store = Stores.open(url)) {
            store.write(handle ->
                    handle.execute("INSERT INTO notes (text, written_at) VALUES ('first', 1)"));
        }
    }

    @Test
    void what_is_durable_is_in_a_copy_that_is_made_while_others_write() throws Exception {
        Process writer = WritingProcess.start(url.reveal(), "life", folder.resolve("errors"));
        List<String> before;
        List<String> after;
        try (BufferedReader lines = writer.inputReader()) {
            before = WritingProcess.durable(lines, 50);
            Backups.write(url, copy);
            after = WritingProcess.durable(lines, 50);

            assertThatThrownBy(() -> Backups.restore(url, copy, NOW))
                    .isInstanceOf(StoreOpenException.class)
                    .hasMessageContaining("is in use; stop Pikett first");
        } finally {
            writer.destroyForcibly().waitFor();
        }

        Path former = Backups.restore(url, copy, NOW).orElseThrow();
        assertThat(notes(file)).containsAll(before).doesNotContain(after.getLast());
        assertThat(former).hasFileName("pikett.db.before-20261121T194500Z");
        assertThat(notes(former)).containsAll(before).containsAll(after);
    }

    @Test
    void only_the_owner_may_read_it_and_it_replaces_nothing() throws Exception {
        Backups.write(url, copy);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        byte[] whole = Files.readAllBytes(copy);

        assertThatThrownBy(() -> Backups.write(url, copy))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("replaces nothing");
        assertThat(copy).hasBinaryContent(whole);
    }

    @Test
    void nothing_of_a_copy_that_cannot_be_made_stays_behind() throws Exception {
        assertThatThrownBy(() -> Backups.write(url, folder.resolve("none/copy.db")))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("cannot be written");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Backups.write(url, copy)).isInstanceOf(StoreOpenException.class);
        assertThatThrownBy(() ->
                        Backups.write(
                                new Secret("jdbc:sqlite:" + folder.resolve("no.db")),
                                folder.resolve("copy-of-none.db")))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("there is no database");

        assertThat(filesOf(folder)).containsExactly("pikett.db");
    }

    @Test
    void a_damaged_database_is_replaced_and_kept() throws Exception {
        Backups.write(url, copy);
        Files.writeString(file, "not a database");
        Path former = Backups.restore(url, copy, NOW).orElseThrow();

        assertThat(notes(file)).containsExactly("first");
        assertThat(former).hasContent("not a database");
    }

    @Test
    void where_nothing_is_a_copy_can_be_put() throws Exception {
        Backups.write(url, copy);
        Files.delete(file);

        assertThat(Backups.restore(url, copy, NOW)).isEmpty();
        assertThat(notes(file)).containsExactly("first");
    }

    @Test
    void what_is_no_backup_replaces_nothing() throws Exception {
        Backups.write(url, copy);
        byte[] whole = Files.readAllBytes(copy);
        Files.write(copy, Arrays.copyOf(whole, whole.length - 5_000));
        assertRefused("is damaged");
        Files.writeString(copy, "# a text");
        assertRefused("is damaged");
        Files.delete(copy);
        assertRefused("no file that this user can read");
        execute(copy, "CREATE TABLE others (id INTEGER)");
        assertRefused("no database of Pikett's");
        Files.write(copy, whole);
        execute(
                copy,
                "UPDATE flyway_schema_history SET version = '99999' WHERE installed_rank ="
                        + " (SELECT MAX(installed_rank) FROM flyway_schema_history)");
        assertRefused("was it used by a newer one?");
    }

    @Test
    void postgresql_has_its_own_tools() {
        Secret server = new Secret("jdbc:postgresql://localhost/pikett?password=hunter2");
        assertThatThrownBy(() -> Backups.write(server, copy))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("pg_dump")
                .hasMessageNotContaining("hunter2");
    }

    private void assertRefused(String why) throws Exception {
        assertThatThrownBy(() -> Backups.restore(url, copy, NOW))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining(why);
        assertThat(notes(file)).containsExactly("first");
        assertThat(filesOf(folder)).isSubsetOf("pikett.db", "copy.db");
    }

    private static List<String> filesOf(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void execute(Path database, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> notes(Path database) {
        try (Store store = Stores.open(new Secret("jdbc:sqlite:" + database))) {
            return new ArrayList<>(
                    store.read(handle ->
                            handle.createQuery("SELECT text FROM notes")
                                    .mapTo(String.class)
                                    .list()));
        }
    }
}
