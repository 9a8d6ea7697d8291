package pikett.adapters.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The file of a SQLite database: made when there is none, and otherwise left as it is. What is not a
/// database is refused and never replaced.
final class DatabaseFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private final Path path;

    private DatabaseFile(Path path) {
        this.path = path;
    }

    /// @param name what stands in the URL behind `jdbc:sqlite:`
    static DatabaseFile named(String name) {
        if (name.isBlank()
                || name.startsWith(":")
                || name.contains("?")
                || name.startsWith("file:")) {
            throw new StoreOpenException(
                    "storage.url must name a plain file, such as jdbc:sqlite:/var/lib/pikett/pikett.db");
        }
        return new DatabaseFile(Path.of(name).toAbsolutePath());
    }

    /// Sees to it that there is a file that may be a database, for nobody's eyes but the owner's.
    ///
    /// @return whether it is new
    boolean prepare() {
        try {
            if (Files.isDirectory(path)) {
                throw new StoreOpenException(
                        "%s is a directory; storage.url must name a file".formatted(path));
            }
            boolean isNew = !Files.exists(path);
            if (isNew) {
                create();
            } else {
                requireMagic();
            }
            if (!Files.isReadable(path) || !Files.isWritable(path)) {
                throw new StoreOpenException(
                        "the database %s cannot be written by this user; check its owner and mode"
                                .formatted(path));
            }
            Files.setPosixFilePermissions(path, DurableFiles.OWNER_ONLY);
            return isNew;
        } catch (IOException e) {
            throw new StoreOpenException(
                    "the database %s cannot be created or read, %s; check the owner and mode of file and folder"
                            .formatted(path, e),
                    e);
        }
    }

    private void create() throws IOException {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreOpenException(
                    "the folder of the database %s does not exist; create it, owned by the user that runs Pikett"
                            .formatted(path));
        }
        if (Files.exists(beside("-wal"))) {
            throw damaged("the file is missing, though its -wal is there");
        }
        DurableFiles.create(path);
    }

    /// That there is one to be read.
    void requireDatabase() {
        try {
            if (!Files.isRegularFile(path)) {
                throw new StoreOpenException("there is no database " + path);
            }
            requireMagic();
        } catch (IOException e) {
            throw new StoreOpenException(
                    "the database %s cannot be read, %s".formatted(path, e), e);
        }
    }

    private void requireMagic() throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(path)) {
            start = bytes.readNBytes(MAGIC.length);
        }
        if (start.length == 0) {
            throw damaged("it is empty");
        }
        if (!Arrays.equals(start, MAGIC)) {
            throw damaged("it is not a SQLite file");
        }
    }

    /// Takes a file away again that never became a database.
    void discardIfEmpty() {
        try {
            if (Files.size(path) == 0) {
                Files.delete(path);
            }
        } catch (IOException _) {
            // It stays behind, empty; the next start says what to do about it.
        }
    }

    StoreOpenException damaged(String what) {
        return new StoreOpenException(damage(what));
    }

    StoreOpenException damaged(Exception cause) {
        return new StoreOpenException(damage(String.valueOf(cause.getMessage())), cause);
    }

    private String damage(String what) {
        return """
        the database %s is damaged (%s). Nothing was changed. Stop Pikett and put a backup in its place with \
        `pikett restore FILE`; without one, move the file and its -wal and -shm away to begin anew\
        """
                .formatted(path, what);
    }

    /// The file of the same name with something behind it.
    Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    Path path() {
        return path;
    }

    String url() {
        return SqliteStores.PREFIX + path;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
