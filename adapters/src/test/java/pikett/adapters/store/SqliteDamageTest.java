package pikett.adapters.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.config.Secret;

/// A damaged file is refused, with a way out, and left as it is; it is never taken for an empty one.
final class SqliteDamageTest {
    private static final int NOTES = 300;
    private static final int OFFSETS = 60;

    @TempDir Path folder;
    private Path file;
    private byte[] whole;

    @BeforeEach
    void aDatabaseWithNotes() throws Exception {
        file = folder.resolve("pikett.db");
        try (Store store = open()) {
            store.write(handle -> {
                for (int n = 0; n < NOTES; n++) {
                    handle.execute(
                            "INSERT INTO notes (text, written_at) VALUES (?, ?)",
                            "a note that fills the pages of the file, number " + n,
                            n);
                }
                return 0;
            });
        }
        whole = Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.1, 0.5, 0.9, 0.999})
    void a_truncated_file_is_refused_and_left_alone(double part) throws Exception {
        byte[] rest = Arrays.copyOf(whole, (int) (whole.length * part));
        Files.write(file, rest);

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("backup");
        assertThat(file).hasBinaryContent(rest);
    }

    @Test
    void a_file_that_is_gone_though_its_log_is_there_is_not_begun_anew() throws Exception {
        Files.delete(file);
        Files.write(folder.resolve("pikett.db-wal"), new byte[32]);

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("is missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void with_any_byte_flipped_it_is_refused_or_still_holds_every_note() throws Exception {
        Random random = new Random(20261121);
        int refused = 0;
        for (int n = 0; n < OFFSETS; n++) {
            byte[] flipped = whole.clone();
            // Every second one in the first page, where the structure is.
            int offset = random.nextInt(n % 2 == 0 ? 4096 : whole.length);
            flipped[offset] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            Files.deleteIfExists(folder.resolve("pikett.db-wal"));
            Files.deleteIfExists(folder.resolve("pikett.db-shm"));
            refused += isRefused(offset) ? 1 : 0;
        }

        assertThat(refused).isPositive();
    }

    private boolean isRefused(int offset) {
        try (Store store = open()) {
            long notes =
                    store.read(handle ->
                            handle.createQuery("SELECT COUNT(*) FROM notes")
                                    .mapTo(Long.class)
                                    .one());
            assertThat(notes).as("notes after a flip at %s", offset).isEqualTo(NOTES);
            return false;
        } catch (StoreOpenException | StoreUnavailableException _) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":memory:", "file:x.db", "x.db?mode=memory"})
    void only_a_plain_file_will_do(String name) {
        assertThatThrownBy(() -> Stores.open(new Secret("jdbc:sqlite:" + name)))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageContaining("plain file");
    }

    private Store open() {
        return Stores.open(new Secret("jdbc:sqlite:" + file));
    }
}
