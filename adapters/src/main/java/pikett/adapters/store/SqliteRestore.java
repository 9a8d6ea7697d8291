package pikett.adapters.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Puts a copy in the place of a SQLite database. A crash on the way leaves the former one where it was, or
/// all of it under its new name.
///
/// @param now what was there before is named by it
record SqliteRestore(DatabaseFile file, Instant now) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// Where each open connection holds a lock (SQLite's file format, 1.2 of "File Locking"): so whoever has
    /// the database open is seen though the database itself may be too damaged to be asked.
    private static final long LOCKS_AT = 0x4000_0000L;

    private static final int LOCKS = 512;

    Optional<Path> restore(Path from) {
        Path fresh = file.beside(".restoring");
        try {
            bringUp(from, fresh);
            if (!Files.exists(file.path())) {
                Files.move(fresh, file.path(), StandardCopyOption.ATOMIC_MOVE);
                DurableFiles.flushFolder(file.path());
                return Optional.empty();
            }
            return Optional.of(replace(fresh));
        } catch (IOException e) {
            throw new StoreOpenException(
                    "%s cannot be put in the place of the database %s, %s; check the owner, the mode and the free space of its folder"
                            .formatted(from, file, e),
                    e);
        } finally {
            discard(fresh);
        }
    }

    /// A copy beside the database, of which it is known that this Pikett can work with it.
    private static void bringUp(Path from, Path fresh) throws IOException {
        if (!Files.isRegularFile(from) || !Files.isReadable(from)) {
            throw new StoreOpenException("%s is no file that this user can read".formatted(from));
        }
        discard(fresh);
        DurableFiles.create(fresh);
        try (OutputStream bytes = Files.newOutputStream(fresh)) {
            Files.copy(from, bytes);
        }
        Optional<String> damage = SqliteStores.damage(fresh);
        if (damage.isPresent()) {
            throw new StoreOpenException("%s is damaged (%s)".formatted(from, damage.get()));
        }
        if (!SqliteStores.isOurs(fresh)) {
            throw new StoreOpenException("%s is no database of Pikett's".formatted(from));
        }
        SqliteStores.open(SqliteStores.PREFIX + fresh, SqliteStores.Patience.USUAL).close();
        DurableFiles.flush(fresh);
    }

    private Path replace(Path fresh) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                file.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock(LOCKS_AT, LOCKS, false)) {
            if (alone == null) {
                throw new StoreOpenException(
                        "the database %s is in use; stop Pikett first".formatted(file));
            }
            Path former = file.beside(".before-" + MOMENT.format(now));
            Files.createLink(former, file.path());
            for (String suffix : List.of("-wal", "-shm")) {
                Path beside = file.beside(suffix);
                if (Files.exists(beside)) {
                    // Were it still there, its changes would be made to the copy.
                    Files.move(beside, former.resolveSibling(former.getFileName() + suffix));
                }
            }
            Files.move(fresh, file.path(), StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.flushFolder(file.path());
            return former;
        }
    }

    private static void discard(Path fresh) {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + suffix));
            }
        } catch (IOException _) {
            // It is in nobody's way; the next restore takes it away.
        }
    }
}
