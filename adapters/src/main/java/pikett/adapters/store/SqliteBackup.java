package pikett.adapters.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/// Copies a SQLite database as of one moment. Readers and the writer of a running Pikett go on meanwhile.
record SqliteBackup(DatabaseFile file) {
    private static final int BUSY_MILLIS = 10_000;

    void write(Path to) {
        file.requireDatabase();
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            if (Files.exists(to)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            Files.deleteIfExists(part);
            DurableFiles.create(part);
            try {
                copy(part);
                requireWhole(part);
                DurableFiles.flush(part);
                // Unlike a move it never replaces what somebody else has just put there.
                Files.createLink(to, part);
            } finally {
                Files.deleteIfExists(part);
            }
            DurableFiles.flushFolder(to);
        } catch (FileAlreadyExistsException _) {
            throw new StoreOpenException(
                    "%s is there already, and a backup replaces nothing; name another file"
                            .formatted(to));
        } catch (IOException | SQLException e) {
            throw new StoreOpenException(
                    "the backup %s cannot be written, %s; check its folder, the free space, and that the database can be read"
                            .formatted(to, e),
                    e);
        }
    }

    private static void requireWhole(Path part) throws IOException {
        Optional<String> damage = SqliteStores.damage(part);
        if (damage.isPresent()) {
            throw new IOException("the copy is damaged: " + damage.get());
        }
    }

    private void copy(Path part) throws SQLException {
        SQLiteConfig reader = new SQLiteConfig();
        reader.setBusyTimeout(BUSY_MILLIS);
        try (Connection connection = reader.createConnection(file.url());
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, part.toString());
            vacuum.execute();
        }
    }
}
