package pikett.adapters.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody else holds the database.
final class SqliteLockTest {
    private static final Duration LOCK = Duration.ofMillis(1_500);

    @TempDir Path folder;
    private String url;
    private Store store;

    @BeforeEach
    void open() {
        url = "jdbc:sqlite:" + folder.resolve("pikett.db");
        store = SqliteStores.open(url, new SqliteStores.Patience(LOCK, Duration.ofMillis(500)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void locked_for_too_long_is_said_to_everybody_in_bounded_time_and_heals() throws Exception {
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            CountDownLatch refused = new CountDownLatch(20);
            for (int n = 0; n < 20; n++) {
                Thread.startVirtualThread(() -> {
                    try {
                        write("while locked");
                    } catch (StoreUnavailableException _) {
                        refused.countDown();
                    }
                });
            }
            // Far less than if each had to wait for the lock in its turn.
            assertThat(refused.await(10, SECONDS)).isTrue();
            statement.execute("ROLLBACK");
        }

        write("after");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_short_lock_is_waited_for() throws Exception {
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            Thread writer = Thread.startVirtualThread(() -> write("patient"));
            assertThat(writer.join(Duration.ofMillis(200))).isFalse();
            statement.execute("ROLLBACK");
            assertThat(writer.join(Duration.ofSeconds(20))).isTrue();
        }

        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void readers_go_on_while_the_database_is_locked() throws Exception {
        write("before");
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThat(notes()).isEqualTo(1);
        }
    }

    @Test
    void waiting_for_a_lock_stalls_no_virtual_thread() throws Exception {
        Duration direct =
                longestPause(() -> {
                    try (Connection waiting = DriverManager.getConnection(url);
                            Statement statement = waiting.createStatement()) {
                        statement.execute("PRAGMA busy_timeout = " + LOCK.toMillis());
                        assertThatThrownBy(() -> statement.execute("BEGIN IMMEDIATE"))
                                .isInstanceOf(SQLException.class);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
        Duration throughTheStore = pauseThroughTheStore();
        // A busy machine can hold up a thread as well, but not every time.
        for (int again = 0;
                again < 2 && direct.compareTo(throughTheStore.multipliedBy(2)) <= 0;
                again++) {
            throughTheStore = pauseThroughTheStore();
        }

        System.out.printf(
                "longest pause of an unconcerned virtual thread: %d ms waiting directly, %d ms through the store%n",
                direct.toMillis(), throughTheStore.toMillis());
        assertThat(direct).isGreaterThan(throughTheStore.multipliedBy(2));
    }

    private Duration pauseThroughTheStore() throws Exception {
        return longestPause(() ->
                assertThatThrownBy(() -> write("x")).isInstanceOf(StoreUnavailableException.class));
    }

    /// How long a virtual thread that only wants to tick was held up, while as many as there are
    /// processors wait for a lock.
    private Duration longestPause(Runnable wait) throws Exception {
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            List<Thread> waiting = new ArrayList<>();
            long[] longest = new long[1];
            CountDownLatch ticking = new CountDownLatch(1);
            Thread ticker =
                    Thread.startVirtualThread(() -> {
                        long last = System.nanoTime();
                        while (!Thread.currentThread().isInterrupted()) {
                            LockSupport.parkNanos(1_000_000);
                            longest[0] = Math.max(longest[0], System.nanoTime() - last);
                            last = System.nanoTime();
                            ticking.countDown();
                        }
                    });
            ticking.await();
            for (int n = 0; n < Runtime.getRuntime().availableProcessors(); n++) {
                waiting.add(Thread.startVirtualThread(wait));
            }
            for (Thread thread : waiting) {
                thread.join();
            }
            ticker.interrupt();
            ticker.join();
            return Duration.ofNanos(longest[0]);
        }
    }

    private void write(String text) {
        store.write(handle ->
                handle.execute("INSERT INTO notes (text, written_at) VALUES (?, 1)", text));
    }

    private long notes() {
        return store.read(
                handle -> handle.createQuery("SELECT COUNT(*) FROM notes").mapTo(Long.class).one());
    }
}
