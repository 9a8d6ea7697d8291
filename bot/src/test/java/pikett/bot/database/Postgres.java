package pikett.bot.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import pikett.config.Secret;

/// A real PostgreSQL for all tests of this process, with a database for each test. The first that asks
/// starts it, and it ends with the process.
///
/// For one thread.
public final class Postgres {
    /// No test has more at a time.
    private static final int KEPT = 4;

    private static int databases;

    private Postgres() {}

    private static final class Server {
        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A database with nothing in it. An old one goes, for each takes eight megabytes.
    public static Secret emptyDatabase() throws SQLException {
        try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "DROP DATABASE IF EXISTS " + name(databases - KEPT) + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name(databases));
        }
        return new Secret(Server.STARTED.getJdbcUrl("postgres", "pikett" + databases++));
    }

    private static String name(int number) {
        return "\"pikett" + number + "\"";
    }
}
