package pikett.bot.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import pikett.config.Problem;

/// Who asks, and in whose hands something lies.
///
/// @param user who runs this process
/// @param owner whom the file or folder belongs to
/// @param anybody whether every user of the machine may write it
public record Ownership(String user, String owner, boolean anybody) {
    private static final String ROOT = "root";

    /// Of a file or folder. A link that somebody else made is that person's, whatever it leads to.
    ///
    /// @throws IOException when it is not there, or cannot be looked at
    public static Ownership of(Path path) throws IOException {
        PosixFileAttributes there = Files.readAttributes(path, PosixFileAttributes.class);
        Ownership itself =
                new Ownership(
                        System.getProperty("user.name", ""),
                        there.owner().getName(),
                        there.permissions().contains(PosixFilePermission.OTHERS_WRITE));
        Ownership link =
                new Ownership(
                        itself.user(),
                        Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName(),
                        itself.anybody());
        return link.isForeign() ? link : itself;
    }

    /// Whether somebody other than this user and root decides what it holds.
    private boolean isForeign() {
        return !owner.equals(user) && !owner.equals(ROOT);
    }

    /// Why root must not write into this folder: its owner, or everybody, can put links there that lead root's
    /// writing anywhere. A group that may write there is trusted. Empty when this user may.
    public Optional<String> whyNotToWriteThere(Path folder) {
        if (!user.equals(ROOT)) {
            return Optional.empty();
        }
        if (isForeign()) {
            return Optional.of(
                    "%s belongs to %s; run it as its owner: sudo -u %s pikett init"
                            .formatted(folder, owner, owner));
        }
        return anybody
                ? Optional.of(
                        "everybody can write into %s; choose a folder of root's alone with --output"
                                .formatted(folder))
                : Optional.empty();
    }

    /// Why a configuration that was come across, and that nobody named, is not followed: it can name programs to
    /// run. Empty when it can be.
    public Optional<Problem> whyNotToFollow(Path file) {
        if (isForeign()) {
            return Optional.of(
                    new Problem(
                            file.toString(),
                            0,
                            0,
                            "belongs to " + owner,
                            "name it with --config if you trust it"));
        }
        return anybody
                ? Optional.of(
                        new Problem(
                                file.toString(),
                                0,
                                0,
                                "can be written by everybody",
                                "take that away (chmod o-w %s), or name it with --config if you trust it"
                                        .formatted(file)))
                : Optional.empty();
    }
}
