package pikett.alerts.outbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import pikett.config.Secret;

/// A real PostgreSQL for the tests of a class, with a database for each test.
public final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private int databases;

    public Postgres() throws Exception {
        server = EmbeddedPostgres.start();
    }

    public Secret emptyDatabase() throws Exception {
        String name = "pikett" + databases++;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new Secret(server.getJdbcUrl("postgres", name));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
