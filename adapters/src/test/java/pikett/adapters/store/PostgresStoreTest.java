package pikett.adapters.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.config.Secret;

final class PostgresStoreTest extends StoreContract {
    private static EmbeddedPostgres postgres;
    private static int databases;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Override
    Secret emptyDatabase() throws Exception {
        String name = "pikett" + databases++;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new Secret(postgres.getJdbcUrl("postgres", name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:1/x?user=u&password=hunter2hunter2",
                "jdbc:postgresql://127.0.0.1:port/x?user=u&password=hunter2hunter2",
                "jdbc:postgresql:///%zz?user=u&password=hunter2hunter2",
                "jdbc:postgresql://127.0.0.1:1/x?user=u&password=hunter2hunter2&sslmode=none-such"
            })
    void a_password_never_appears_in_an_error(String url) {
        assertThatThrownBy(() -> Stores.open(new Secret(url)))
                .isInstanceOf(StoreOpenException.class)
                .satisfies(thrown -> {
                    StringWriter everything = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(everything));
                    assertThat(everything.toString()).doesNotContain("hunter2");
                });
    }

    @Test
    void a_database_that_is_away_is_reported_without_its_password() {
        String url = "jdbc:postgresql://127.0.0.1:1/x?user=u&password=hunter2hunter2";

        assertThat(StoreReport.of(new Secret(url)))
                .singleElement()
                .asString()
                .startsWith("not read: ")
                .doesNotContain("hunter2");
    }

    @Test
    void what_loses_a_race_is_done_again() throws Exception {
        write("counter");
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 2; n++) {
                threads.execute(() ->
                        store.write(handle -> {
                            handle.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
                            long value =
                                    handle.createQuery("SELECT written_at FROM notes")
                                            .mapTo(Long.class)
                                            .one();
                            if (runs.incrementAndGet() <= 2) {
                                await(bothHaveRead);
                            }
                            return handle.execute("UPDATE notes SET written_at = ?", value + 1);
                        }));
            }
        }

        assertThat(runs).hasValue(3);
        long value =
                store.read(handle ->
                        handle.createQuery("SELECT written_at FROM notes").mapTo(Long.class).one());
        assertThat(value).isEqualTo(3);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void when_all_connections_are_in_use_it_is_said_within_seconds() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch inUse = new CountDownLatch(8);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 8; n++) {
                threads.execute(() ->
                        store.write(_ -> {
                            inUse.countDown();
                            try {
                                release.await();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                            return 0;
                        }));
            }
            inUse.await();
            assertThatThrownBy(() -> write("no room"))
                    .isInstanceOf(StoreUnavailableException.class);
            release.countDown();
        }

        write("room");
        assertThat(texts()).containsExactly("room");
    }

    @Test
    void a_lost_database_is_unavailable() throws Exception {
        write("before");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            store.write(handle -> {
                                handle.execute(
                                        "INSERT INTO notes (text, written_at) VALUES ('lost', 1)");
                                return terminate(statement);
                            }))
                    .isInstanceOf(StoreUnavailableException.class);
        }
        write("after");
        assertThat(texts()).containsExactly("before", "after");
    }

    private static boolean terminate(Statement statement) {
        try {
            return statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'pikett%'");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
