package pikett.bot.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// Writes files that belong together: all of them, or none; each readable by nobody else, and never half.
///
/// A new file appears only where there is none; the last of the files is the one that makes the others count.
public final class Placement {
    private static final String PRIVATE = "rw-------";

    /// Held while files are written: an end of the process waits for it.
    private final ReentrantLock writing = new ReentrantLock();

    /// Waits until nothing is half written. For the moment at which the process is told to end.
    public void settle() {
        writing.lock();
    }

    /// Writes them in this order.
    ///
    /// @throws FileAlreadyExistsException when one is there that may not be replaced; nothing is changed then
    public void place(List<Piece> pieces) throws IOException {
        writing.lock();
        try {
            placed(pieces);
        } finally {
            writing.unlock();
        }
    }

    private static void placed(List<Piece> pieces) throws IOException {
        List<Path> drafts = new ArrayList<>();
        List<Path> fresh = new ArrayList<>();
        boolean done = false;
        try {
            for (Piece piece : pieces) {
                refuseOverwriting(piece);
                drafts.add(drafted(piece));
            }
            for (int i = 0; i < pieces.size(); i++) {
                put(drafts.get(i), pieces.get(i), fresh);
            }
            done = true;
        } finally {
            for (Path draft : drafts) {
                Files.deleteIfExists(draft);
            }
            if (!done) {
                for (Path file : fresh) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void refuseOverwriting(Piece piece) throws FileAlreadyExistsException {
        if (!piece.replaces() && isThere(piece)) {
            throw new FileAlreadyExistsException(piece.path().toString());
        }
    }

    /// A link that leads nowhere is there as well: nothing could be put in its place.
    private static boolean isThere(Piece piece) {
        return Files.exists(piece.path(), LinkOption.NOFOLLOW_LINKS);
    }

    /// Complete and private before it has its name.
    private static Path drafted(Piece piece) throws IOException {
        Path draft =
                Files.createTempFile(
                        piece.path().toAbsolutePath().getParent(),
                        ".pikett-init-",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(PRIVATE)));
        Files.write(
                draft,
                piece.content().getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        return draft;
    }

    private static void put(Path draft, Piece piece, List<Path> fresh) throws IOException {
        if (piece.replaces() && isThere(piece)) {
            Files.move(draft, piece.path(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            // A link, unlike a move, fails where something has appeared meanwhile.
            Files.createLink(piece.path(), draft);
            fresh.add(piece.path());
        }
    }
}
