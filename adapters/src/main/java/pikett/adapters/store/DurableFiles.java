package pikett.adapters.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Files that are still there after the power went.
final class DurableFiles {
    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private DurableFiles() {}

    /// Makes an empty one that only its owner may read.
    static void create(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    /// Its content is on the disk when this returns.
    static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// The names in its folder are on the disk when this returns.
    static void flushFolder(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(Objects.requireNonNull(file.getParent()))) {
            folder.force(true);
        }
    }
}
