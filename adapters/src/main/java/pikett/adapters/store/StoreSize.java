package pikett.adapters.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/// How large the database is.
public final class StoreSize {
    private StoreSize() {}

    /// In bytes; of SQLite without what is only in its write-ahead log yet. Part of the caller's transaction.
    public static long bytes(Handle transaction) {
        return transaction
                .createQuery(
                        isPostgres(transaction)
                                ? "SELECT pg_database_size(current_database())"
                                : "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
                .mapTo(Long.class)
                .one();
    }

    private static boolean isPostgres(Handle transaction) {
        try {
            return transaction
                    .getConnection()
                    .getMetaData()
                    .getDatabaseProductName()
                    .equals("PostgreSQL");
        } catch (SQLException e) {
            // The driver knows it without asking the database.
            throw new IllegalStateException(e);
        }
    }
}
