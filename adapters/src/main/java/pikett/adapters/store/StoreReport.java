package pikett.adapters.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import pikett.config.Secret;

/// What can be told of a database to somebody who may not see what is in it: its version, how large it is, how
/// many rows each table has, and whether it is whole. Nothing is written, and no table is brought up to date.
public final class StoreReport {
    private static final int BUSY_SECONDS = 10;

    private StoreReport() {}

    /// Lines for people. Where the database cannot be read, a line that says why; never with the URL, which may
    /// hold a password.
    public static List<String> of(Secret url) {
        String address = url.reveal();
        boolean sqlite = address.startsWith(SqliteStores.PREFIX);
        try {
            if (sqlite) {
                DatabaseFile.named(address.substring(SqliteStores.PREFIX.length()))
                        .requireDatabase();
            }
            try (Connection connection = DriverManager.getConnection(address);
                    Statement statement = connection.createStatement()) {
                connection.setReadOnly(!sqlite);
                statement.setQueryTimeout(BUSY_SECONDS);
                return sqlite ? sqlite(statement) : postgres(statement);
            }
        } catch (StoreOpenException e) {
            return List.of("not read: " + e.getMessage());
        } catch (SQLException e) {
            return List.of("not read: SQL state " + e.getSQLState() + ", code " + e.getErrorCode());
        }
    }

    private static List<String> sqlite(Statement statement) throws SQLException {
        statement.execute("PRAGMA query_only = ON");
        List<String> lines = new ArrayList<>();
        lines.add("kind: SQLite " + one(statement, "SELECT sqlite_version()"));
        lines.add(
                "bytes: "
                        + one(
                                statement,
                                "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"));
        lines.add("integrity: " + String.join("; ", all(statement, "PRAGMA integrity_check(10)")));
        counts(
                statement,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
                lines);
        return lines;
    }

    private static List<String> postgres(Statement statement) throws SQLException {
        List<String> lines = new ArrayList<>();
        lines.add("kind: PostgreSQL " + one(statement, "SHOW server_version"));
        lines.add("bytes: " + one(statement, "SELECT pg_database_size(current_database())"));
        counts(
                statement,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY table_name",
                lines);
        return lines;
    }

    private static void counts(Statement statement, String tables, List<String> lines)
            throws SQLException {
        List<String> names = all(statement, tables);
        if (names.contains(Migrations.TABLE)) {
            lines.add(
                    "schema: "
                            + one(
                                    statement,
                                    "SELECT MAX(installed_rank) || ' scripts, last ' || MAX(version) FROM "
                                            + Migrations.TABLE));
        }
        for (String name : names) {
            String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
            lines.add(
                    "rows of %s: %s"
                            .formatted(name, one(statement, "SELECT COUNT(*) FROM " + quoted)));
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        List<String> found = all(statement, query);
        return found.isEmpty() ? "" : found.getFirst();
    }

    private static List<String> all(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }
}
