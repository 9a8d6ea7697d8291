package pikett.adapters.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import pikett.config.Secret;

/// Makes copies of the database that a URL names, and puts one in its place. Only of SQLite: PostgreSQL has
/// its own tools for that.
public final class Backups {
    private Backups() {}

    /// Copies the database as it is at one moment, also while Pikett runs. When this returns, the copy is
    /// whole and on the disk, for nobody's eyes but the owner's.
    ///
    /// @param to a file that does not exist yet
    /// @throws StoreOpenException when there is no copy; the message says what to do
    public static void write(Secret url, Path to) {
        new SqliteBackup(file(url)).write(to.toAbsolutePath());
    }

    /// Puts a copy in the place of the database, which is kept beside it under another name. The copy stays
    /// where it is.
    ///
    /// @param now what was there before is named by it
    /// @return where what was there before is now; empty when nothing was
    /// @throws StoreOpenException when nothing was put in its place, as while Pikett runs; the message says
    ///     what to do
    public static Optional<Path> restore(Secret url, Path from, Instant now) {
        return new SqliteRestore(file(url), now).restore(from.toAbsolutePath());
    }

    private static DatabaseFile file(Secret url) {
        String address = url.reveal();
        if (!address.startsWith(SqliteStores.PREFIX)) {
            throw new StoreOpenException(
                    "storage.url is no SQLite file; back a PostgreSQL database up with pg_dump, and restore it with pg_restore");
        }
        return DatabaseFile.named(address.substring(SqliteStores.PREFIX.length()));
    }
}
