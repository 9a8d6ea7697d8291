package pikett.bot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// An SQLite database as a text that can be read and kept: what makes its tables and indexes, and its rows.
final class DatabaseText {
    /// Stands between two statements, which may have lines of their own.
    private static final String NEXT = ";\n\n";

    private DatabaseText() {}

    static String of(Path database) throws SQLException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            List<String> made =
                    column(
                            statement,
                            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
                                    + " AND name NOT LIKE 'sqlite_%' ORDER BY rootpage");
            List<String> tables =
                    column(
                            statement,
                            "SELECT name FROM sqlite_master WHERE type = 'table'"
                                    + " AND name NOT LIKE 'sqlite_%' ORDER BY name");
            for (String table : tables) {
                made.addAll(rows(statement, table));
            }
            return String.join(NEXT, made);
        }
    }

    /// The database quotes itself: `quote` gives any value as it is written in SQL.
    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> columns =
                column(statement, "SELECT name FROM pragma_table_info('%s')".formatted(table));
        String values =
                String.join(
                        " || ',' || ", columns.stream().map("quote(\"%s\")"::formatted).toList());
        return column(
                statement,
                "SELECT 'INSERT INTO \"%1$s\" VALUES (' || %2$s || ')' FROM \"%1$s\""
                        .formatted(table, values));
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /// Makes the database anew, in place of what was there.
    static void load(String text, Path database) throws IOException, SQLException {
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + end));
        }
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : text.split(NEXT)) {
                statement.execute(each);
            }
            connection.commit();
        }
    }

    private static Connection connection(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }
}
