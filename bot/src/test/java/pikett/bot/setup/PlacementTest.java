package pikett.bot.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written lands in its own folder, for one pair of eyes, and over nothing that was not meant.
final class PlacementTest {
    @TempDir private Path folder;
    private Path token;
    private Path config;
    private Path elsewhere;

    @BeforeEach
    void name() {
        token = folder.resolve("telegram-token");
        config = folder.resolve("pikett.yaml");
        elsewhere = folder.resolve("elsewhere");
    }

    @Test
    void what_is_there_stays_as_it_is_and_nothing_comes_beside_it() throws IOException {
        Files.writeString(config, "mine");

        assertThatThrownBy(() -> place(false)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(config).hasContent("mine");
        assertThat(folder).isDirectoryNotContaining("glob:**/{telegram-token,.pikett-init-*}");
    }

    @Test
    void what_may_be_replaced_stays_when_something_else_may_not() throws IOException {
        Files.writeString(token, "old");
        Files.writeString(config, "mine");
        List<Piece> pieces =
                List.of(new Piece(token, "new", true), new Piece(config, "new", false));

        assertThatThrownBy(() -> new Placement().place(pieces))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(token).hasContent("old");
        assertThat(config).hasContent("mine");
    }

    /// As when somebody puts it there after we have looked.
    @Test
    void a_link_to_nowhere_is_not_written_through() throws IOException {
        Files.createSymbolicLink(config, elsewhere);

        assertThatThrownBy(() -> place(false)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(config).isSymbolicLink();
        assertThat(folder)
                .isDirectoryNotContaining("glob:**/{elsewhere,telegram-token,.pikett-init-*}");
    }

    @Test
    void a_link_to_nowhere_keeps_what_may_be_replaced() throws IOException {
        Files.writeString(token, "old");
        Files.createSymbolicLink(config, elsewhere);
        List<Piece> pieces =
                List.of(new Piece(token, "new", true), new Piece(config, "new", false));

        assertThatThrownBy(() -> new Placement().place(pieces))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(token).hasContent("old");
    }

    @Test
    void a_link_to_nowhere_that_may_be_replaced_is_replaced() throws IOException {
        Files.createSymbolicLink(config, elsewhere);

        place(true);

        assertThat(Files.isRegularFile(config, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void what_appears_while_it_is_written_is_not_overwritten() {
        // The first of the two is whoever was quicker.
        List<Piece> pieces =
                List.of(new Piece(config, "first", false), new Piece(config, "second", false));

        assertThatThrownBy(() -> new Placement().place(pieces))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_link_that_may_be_replaced_is_replaced_itself() throws IOException {
        Files.writeString(elsewhere, "mine");
        Files.createSymbolicLink(config, elsewhere);

        place(true);

        assertThat(Files.isRegularFile(config, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(config).hasContent("new");
        assertThat(elsewhere).hasContent("mine");
    }

    @Test
    void what_others_could_read_they_can_read_no_more_once_it_is_replaced() throws IOException {
        Files.writeString(config, "mine");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r--r--"));

        place(true);

        for (Path file : List.of(token, config)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    private void place(boolean replaces) throws IOException {
        new Placement()
                .place(
                        List.of(
                                new Piece(token, "new", replaces),
                                new Piece(config, "new", replaces)));
    }
}
