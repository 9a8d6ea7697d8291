package pikett.adapters.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite as Pikett uses it: write-ahead log, every commit flushed to the disk, one writer.
final class SqliteStores {
    static final String PREFIX = "jdbc:sqlite:";

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int BUSY_MILLIS = 5_000;
    private static final int READERS = 3;
    private static final Set<SQLiteErrorCode> LOST =
            EnumSet.of(
                    SQLiteErrorCode.SQLITE_BUSY,
                    SQLiteErrorCode.SQLITE_LOCKED,
                    SQLiteErrorCode.SQLITE_FULL,
                    SQLiteErrorCode.SQLITE_IOERR,
                    SQLiteErrorCode.SQLITE_READONLY,
                    SQLiteErrorCode.SQLITE_CANTOPEN,
                    SQLiteErrorCode.SQLITE_CORRUPT,
                    SQLiteErrorCode.SQLITE_NOTADB,
                    SQLiteErrorCode.SQLITE_NOMEM);

    private SqliteStores() {}

    static Store open(String url) {
        Path file = Path.of(url.substring(PREFIX.length())).toAbsolutePath();
        prepare(file);
        HikariDataSource writing = null;
        HikariDataSource reading = null;
        try {
            writing = pool(url, "sqlite-write", 1, false);
            examine(writing, file);
            Migrations.apply(writing, "INTEGER PRIMARY KEY AUTOINCREMENT");
            reading = pool(url, "sqlite-read", READERS, true);
            return new JdbiStore(
                    writing,
                    reading,
                    new ThreadLane("store-write", 1),
                    new ThreadLane("store-read", READERS),
                    new JdbiStore.Faults(_ -> false, SqliteStores::lost));
        } catch (RuntimeException e) {
            close(reading);
            close(writing);
            throw e instanceof StoreOpenException
                    ? e
                    : new StoreOpenException(
                            "the database %s cannot be opened: %s".formatted(file, rootMessage(e)),
                            e);
        }
    }

    /// A file that is there must be a database; a new one is for the owner's eyes only.
    private static void prepare(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new StoreOpenException(
                        "%s is a directory; storage.url must name a file".formatted(file));
            }
            if (Files.exists(file)) {
                requireMagic(file);
            } else {
                Path folder = file.getParent();
                if (folder == null || !Files.isDirectory(folder)) {
                    throw new StoreOpenException(
                            "the folder of the database %s does not exist; create it, owned by the user that runs Pikett"
                                    .formatted(file));
                }
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            if (!Files.isWritable(file)) {
                throw new StoreOpenException(
                        "the database %s cannot be written by this user; check its owner and mode"
                                .formatted(file));
            }
        } catch (IOException e) {
            throw new StoreOpenException(
                    "the database %s cannot be created or read: %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    private static void requireMagic(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(MAGIC.length);
        }
        // An empty file is what a first start leaves that ended before the first table.
        if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
            throw new StoreOpenException(damaged(file, "it is not a SQLite file"));
        }
    }

    private static void examine(HikariDataSource pool, Path file) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            require(statement, "journal_mode", "wal");
            require(statement, "synchronous", "2");
            require(statement, "foreign_keys", "1");
            String check = pragma(statement, "quick_check(1)");
            if (!check.equals("ok")) {
                throw new StoreOpenException(damaged(file, check));
            }
        } catch (SQLException e) {
            throw new StoreOpenException(damaged(file, String.valueOf(e.getMessage())), e);
        }
    }

    private static void require(Statement statement, String pragma, String value)
            throws SQLException {
        String actual = pragma(statement, pragma);
        if (!actual.equalsIgnoreCase(value)) {
            throw new StoreOpenException(
                    "SQLite runs with %s=%s where Pikett needs %s; is the file on a network share?"
                            .formatted(pragma, actual, value));
        }
    }

    private static String pragma(Statement statement, String pragma) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static String damaged(Path file, String what) {
        return """
        the database %s is damaged (%s). Nothing was changed. Stop Pikett, move the file and its -wal and -shm \
        away, and put a backup in its place; without one, start with an empty folder to begin anew\
        """
                .formatted(file, what);
    }

    private static HikariDataSource pool(String url, String name, int size, boolean readOnly) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setTransactionMode(
                readOnly
                        ? SQLiteConfig.TransactionMode.DEFERRED
                        : SQLiteConfig.TransactionMode.IMMEDIATE);
        sqlite.setBusyTimeout(BUSY_MILLIS);
        sqlite.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl(url);
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setPoolName(name);
        pool.setMaximumPoolSize(size);
        pool.setMaxLifetime(0);
        if (readOnly) {
            pool.setConnectionInitSql("PRAGMA query_only = ON");
        }
        return new HikariDataSource(pool);
    }

    private static boolean lost(SQLException e) {
        return e instanceof SQLiteException sqlite
                && LOST.stream()
                        .anyMatch(code -> (sqlite.getResultCode().code & 0xFF) == code.code);
    }

    private static void close(@org.jspecify.annotations.Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
