package pikett.adapters.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_password_never_appears_in_an_error() {
        assertThatThrownBy(() ->
                        Stores.open(
                                new Secret(
                                        "jdbc:postgresql://127.0.0.1:1/x?user=u&password=hunter2hunter2")))
                .isInstanceOf(StoreOpenException.class)
                .hasMessageNotContaining("hunter2");
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
