package pikett.adapters.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite as Pikett uses it: write-ahead log, every commit flushed to the disk, one writer.
final class SqliteStores {
    static final String PREFIX = "jdbc:sqlite:";

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

    /// How long is waited.
    ///
    /// @param lock for another process that holds the database
    /// @param turn of a piece of work, until it begins
    record Patience(Duration lock, Duration turn) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(8));
    }

    private SqliteStores() {}

    static Store open(String url, Patience patience) {
        DatabaseFile file = DatabaseFile.named(url.substring(PREFIX.length()));
        boolean isNew = file.prepare();
        try {
            return open(file, patience);
        } catch (RuntimeException e) {
            if (isNew) {
                file.discardIfEmpty();
            }
            throw explained(file, e);
        }
    }

    private static StoreOpenException explained(DatabaseFile file, RuntimeException e) {
        if (e instanceof StoreOpenException already) {
            return already;
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof SQLiteException sqlite) {
            return explained(file, sqlite);
        }
        return new StoreOpenException(
                "the database %s cannot be opened: %s".formatted(file, root.getMessage()), e);
    }

    private static StoreOpenException explained(DatabaseFile file, SQLiteException e) {
        if (isOne(e, SQLiteErrorCode.SQLITE_CORRUPT) || isOne(e, SQLiteErrorCode.SQLITE_NOTADB)) {
            return file.damaged(e);
        }
        String wayOut =
                isOne(e, SQLiteErrorCode.SQLITE_BUSY)
                        ? "another process holds it; does Pikett run already?"
                        : "check the owner, the mode and the free space of its folder";
        return new StoreOpenException(
                "the database %s cannot be opened: %s; %s".formatted(file, e.getMessage(), wayOut),
                e);
    }

    private static Store open(DatabaseFile file, Patience patience) {
        HikariDataSource writing = null;
        HikariDataSource reading = null;
        try {
            writing = pool(file, patience, "sqlite-write", 1, false);
            examine(writing, file);
            Migrations.apply(
                    writing,
                    new Migrations.Dialect("INTEGER PRIMARY KEY AUTOINCREMENT", "WITHOUT ROWID"));
            reading = pool(file, patience, "sqlite-read", READERS, true);
            return new JdbiStore(
                    writing,
                    reading,
                    new ThreadLane("store-write", 1, patience.turn()),
                    new ThreadLane("store-read", READERS, patience.turn()),
                    new JdbiStore.Faults(_ -> false, SqliteStores::lost, _ -> false));
        } catch (RuntimeException e) {
            close(reading);
            close(writing);
            throw e;
        }
    }

    /// What is wrong with a file; empty when it is a whole database.
    static Optional<String> damage(Path file) {
        try (Connection connection = DriverManager.getConnection(PREFIX + file);
                Statement statement = connection.createStatement()) {
            return damage(statement);
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> damage(Statement statement) throws SQLException {
        return Optional.of(pragma(statement, "quick_check(1)"))
                .filter(check -> !check.equals("ok"));
    }

    /// Whether a whole database has Pikett's tables.
    static boolean isOurs(Path file) {
        try (Connection connection = DriverManager.getConnection(PREFIX + file);
                ResultSet tables =
                        connection.getMetaData().getTables(null, null, Migrations.TABLE, null)) {
            return tables.next();
        } catch (SQLException e) {
            throw new StoreOpenException("%s cannot be read".formatted(file), e);
        }
    }

    private static void examine(HikariDataSource pool, DatabaseFile file) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            require(statement, "journal_mode", "wal");
            require(statement, "synchronous", "2");
            require(statement, "foreign_keys", "1");
            Optional<String> damage = damage(statement);
            if (damage.isPresent()) {
                throw file.damaged(damage.get());
            }
        } catch (SQLException e) {
            throw e instanceof SQLiteException sqlite ? explained(file, sqlite) : file.damaged(e);
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

    private static HikariDataSource pool(
            DatabaseFile file, Patience patience, String name, int size, boolean readOnly) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setTransactionMode(
                readOnly
                        ? SQLiteConfig.TransactionMode.DEFERRED
                        : SQLiteConfig.TransactionMode.IMMEDIATE);
        sqlite.setBusyTimeout((int) patience.lock().toMillis());
        sqlite.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl(file.url());
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
                && LOST.stream().anyMatch(code -> isOne(sqlite, code));
    }

    /// Extended codes say more in their higher bits.
    private static boolean isOne(SQLiteException e, SQLiteErrorCode code) {
        return (e.getResultCode().code & 0xFF) == code.code;
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}
