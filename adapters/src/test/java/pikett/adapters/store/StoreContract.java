package pikett.adapters.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.config.Secret;

/// What every database must do.
abstract class StoreContract {
    protected Store store;
    private Secret url;

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    void open() throws Exception {
        url = emptyDatabase();
        store = Stores.open(url);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_was_written_is_read() {
        write("kept");

        assertThat(texts()).containsExactly("kept");
    }

    @Test
    void nothing_is_kept_of_work_that_throws() {
        assertThatThrownBy(() ->
                        store.write(handle -> {
                            handle.execute(
                                    "INSERT INTO notes (text, written_at) VALUES ('half', 1)");
                            throw new IllegalStateException("a bug");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");

        assertThat(texts()).isEmpty();
    }

    @Test
    void a_broken_rule_is_not_taken_for_a_lost_database() {
        write("one");

        assertThatThrownBy(() -> write("one")).isNotInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void figures_are_told_and_not_what_they_are_figures_of() {
        write("what-somebody-wrote");

        assertThat(store.<Long>read(StoreSize::bytes)).isPositive();
        assertThat(StoreReport.of(url))
                .anyMatch(line -> line.matches("kind: (SQLite|PostgreSQL) [0-9].*"))
                .anyMatch(line -> line.matches("bytes: [1-9][0-9]*"))
                .anyMatch(line -> line.matches("schema: [0-9]+ scripts, last [0-9]+"))
                .contains("rows of notes: 1")
                .noneMatch(line -> line.contains("what-somebody-wrote"));
    }

    /// The first script succeeds, the second finds a table of its name.
    @Test
    void an_upgrade_that_fails_on_its_way_has_changed_nothing() {
        store.write(handle -> {
            handle.execute("DELETE FROM " + Migrations.TABLE + " WHERE version IS NOT NULL");
            return handle.execute("DROP TABLE login_failures");
        });
        store.close();

        assertThatThrownBy(() -> Stores.open(url)).isInstanceOf(StoreOpenException.class);
        assertThat(StoreReport.of(url))
                .anyMatch(line -> line.startsWith("rows of notes"))
                .noneMatch(line -> line.startsWith("rows of login_failures"));
    }

    @Test
    void numbers_are_given_by_the_database_and_grow() {
        write("first");
        write("second");

        List<Long> ids =
                store.read(handle ->
                        handle.createQuery("SELECT id FROM notes ORDER BY text")
                                .mapTo(Long.class)
                                .list());
        assertThat(ids.get(1)).isGreaterThan(ids.get(0));
    }

    @Test
    void many_writers_at_once_lose_nothing() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(n -> threads.execute(() -> write("note " + n)));
        }

        assertThat(texts()).hasSize(200);
    }

    @Test
    void reading_cannot_write() {
        assertThatThrownBy(() ->
                        store.read(handle ->
                                handle.execute(
                                        "INSERT INTO notes (text, written_at) VALUES ('x', 1)")))
                .isInstanceOf(RuntimeException.class);

        assertThat(texts()).isEmpty();
    }

    @Test
    void after_the_end_of_closing_nothing_is_taken_and_nothing_hangs() {
        write("before");
        store.close();

        assertThatThrownBy(() -> write("after")).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(this::texts).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void an_interrupted_caller_learns_how_its_work_ended() throws Exception {
        Thread.currentThread().interrupt();
        write("kept");
        assertThat(Thread.interrupted()).isTrue();

        assertThat(texts()).containsExactly("kept");
    }

    @Test
    void an_error_is_thrown_as_it_is() {
        assertThatThrownBy(() ->
                        store.write(_ -> {
                            throw new StackOverflowError("a bug");
                        }))
                .isInstanceOf(StackOverflowError.class);
    }

    protected void write(String text) {
        store.write(handle ->
                handle.execute("INSERT INTO notes (text, written_at) VALUES (?, 1)", text));
    }

    protected List<String> texts() {
        return store.read(handle ->
                handle.createQuery("SELECT text FROM notes ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }
}
