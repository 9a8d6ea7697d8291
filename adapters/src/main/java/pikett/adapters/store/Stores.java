package pikett.adapters.store;

import pikett.config.Secret;

/// Opens the database that a URL names.
public final class Stores {
    private Stores() {}

    /// Opens it and brings its tables up to date.
    ///
    /// @param url `jdbc:sqlite:/path` or `jdbc:postgresql://…`
    /// @throws StoreOpenException when it cannot be used; nothing of it was changed or replaced
    public static Store open(Secret url) {
        String address = url.reveal();
        if (address.startsWith(SqliteStores.PREFIX)) {
            return SqliteStores.open(address, SqliteStores.Patience.USUAL);
        }
        if (address.startsWith(PostgresStores.PREFIX)) {
            return PostgresStores.open(address);
        }
        throw new StoreOpenException(
                "storage.url must begin with jdbc:sqlite: or jdbc:postgresql: ");
    }
}
