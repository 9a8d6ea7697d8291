package pikett.bot.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.config.Problem;

/// Whose files and folders are trusted.
final class OwnershipTest {
    private static final Path FOLDER = Path.of("/etc/pikett");
    private static final Path FILE = Path.of("/tmp/pikett.yaml");

    @Test
    void root_does_not_write_where_somebody_else_can_put_links() {
        assertThat(new Ownership("root", "pikett", false).whyNotToWriteThere(FOLDER))
                .contains(
                        "/etc/pikett belongs to pikett; run it as its owner: sudo -u pikett pikett init");
    }

    @Test
    void nor_where_everybody_can() {
        assertThat(new Ownership("root", "root", true).whyNotToWriteThere(Path.of("/tmp")))
                .contains(
                        "everybody can write into /tmp; choose a folder of root's alone with --output");
    }

    @ParameterizedTest
    @CsvSource({"root, root", "pikett, pikett", "anna, root", "anna, pikett"})
    void whom_the_system_itself_holds_back_needs_no_word_of_ours(String user, String owner) {
        assertThat(new Ownership(user, owner, false).whyNotToWriteThere(FOLDER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"root", "pikett"})
    void what_somebody_else_left_there_is_not_followed(String user) {
        assertThat(new Ownership(user, "mallory", false).whyNotToFollow(FILE))
                .map(Problem::toString)
                .contains(
                        "/tmp/pikett.yaml: belongs to mallory; name it with --config if you trust it");
    }

    @ParameterizedTest
    @CsvSource({"root, root", "anna, anna", "anna, root"})
    void what_belongs_to_the_user_or_to_root_is_followed(String user, String owner) {
        assertThat(new Ownership(user, owner, false).whyNotToFollow(FILE)).isEmpty();
        assertThat(new Ownership(user, owner, true).whyNotToFollow(FILE))
                .hasValueSatisfying(why -> assertThat(why.wayOut()).contains("chmod o-w"));
    }

    @Test
    void a_link_of_somebody_else_is_theirs_wherever_it_leads(@TempDir Path folder)
            throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("pikett.yaml"), Path.of("/etc/passwd"));
        assertThat(Ownership.of(link).whyNotToFollow(link)).isEmpty();
        String user = System.getProperty("user.name");

        try {
            // Only root may give something away; anybody else becomes somebody else.
            if (user.equals("root")) {
                giveAway(link);
            } else {
                System.setProperty("user.name", "somebody");
            }

            assertThat(Ownership.of(link).whyNotToFollow(link)).isPresent();
        } finally {
            System.setProperty("user.name", user);
        }
    }

    @Test
    void a_link_of_ones_own_leads_to_what_may_be_of_somebody_else(@TempDir Path folder)
            throws IOException {
        Path file = Path.of("/etc/passwd");
        if (System.getProperty("user.name").equals("root")) {
            file = Files.createFile(folder.resolve("theirs"));
            giveAway(file);
        }

        Path link = Files.createSymbolicLink(folder.resolve("pikett.yaml"), file);

        assertThat(Ownership.of(link).owner()).isEqualTo(Files.getOwner(file).getName());
    }

    private static void giveAway(Path path) throws IOException {
        Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setOwner(
                        path.getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByName("nobody"));
    }

    @Test
    void it_is_read_off_the_file(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("pikett.yaml"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(Ownership.of(file).whyNotToFollow(file)).isEmpty();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(Ownership.of(file).whyNotToFollow(file)).isPresent();
        assertThat(Ownership.of(link).whyNotToFollow(link)).isPresent();
        assertThat(Ownership.of(file).owner()).isEqualTo(Files.getOwner(file).getName());
    }
}
