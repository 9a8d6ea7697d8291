package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What the program says to a person who does not know it yet.
final class VerbsTest {
    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "demo --help",
                "init --help",
                "check --help",
                "schema --help",
                "gate --help",
                "audit --help",
                "audit verify --help",
                "backup --help",
                "support --help",
                "restore --help",
                "notify --help",
                "wrap --help",
                "version --help",
                "help",
                "help wrap"
            })
    void everyVerbExplainsItself(String asked) {
        assertThat(run(asked.split(" "))).isZero();
        assertThat(said.toString()).startsWith("Usage: pikett");
    }

    @Test
    void a_verb_is_found_by_the_name_that_it_has_itself() {
        Map<String, CommandLine> verbs = Pikett.commandLine().getSubcommands();

        assertThat(verbs).hasSizeGreaterThan(10);
        verbs.forEach((name, verb) -> {
            Class<?> type = verb.getCommandSpec().userObject().getClass();
            assertThat(type.getAnnotation(CommandLine.Command.class).name()).isEqualTo(name);
        });
    }

    @Test
    void what_no_verb_has_the_name_of_is_said_with_those_that_are_like_it() {
        assertThat(run("chekc")).isEqualTo(2);
        assertThat(said.toString()).contains("'chekc'", "check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"70707", "-1", "web"})
    void aPortThatIsNoneIsSaidBeforeAnythingStarts(String port) {
        assertThat(run("demo", "--no-browser", "--port", port)).isEqualTo(2);
        assertThat(said.toString()).startsWith("Invalid value for option '--port'");
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsOneSentenceThatSaysWhatToDo(@TempDir Path folder)
            throws IOException {
        String file = configuration(folder, folder.resolve("none/pikett.db"));

        assertThat(run("audit", "verify", "--config", file)).isEqualTo(1);

        assertThat(said.toString().lines())
                .singleElement()
                .asString()
                .startsWith("storage: the folder of the database")
                .endsWith("create it, owned by the user that runs Pikett");
    }

    @Test
    void aBackupTakesThePlaceOfTheDatabase(@TempDir Path folder) throws IOException {
        String file = configuration(folder, folder.resolve("pikett.db"));
        String copy = folder.resolve("copy.db").toString();
        assertThat(run("backup", copy, "--config", file)).isEqualTo(1);
        assertThat(said.toString()).startsWith("storage: there is no database");
        assertThat(run("audit", "verify", "--config", file)).isZero();

        assertThat(run("backup", copy, "--config", file)).isZero();
        assertThat(run("restore", copy, "--config", file)).isZero();

        assertThat(run("audit", "verify", "--config", file)).isZero();
        assertThat(folder).isDirectoryContaining("glob:**/pikett.db.before-*");
    }

    private static String configuration(Path folder, Path database) throws IOException {
        Path token = folder.resolve("token");
        Files.writeString(token, "123456789:" + "A".repeat(35));
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(
                        folder.resolve("pikett.yaml"),
                        """
                        telegram: { token: "${file:%s}" }
                        people: { anna: { telegram: 7, role: admin } }
                        storage: { url: "jdbc:sqlite:%s" }
                        """
                                .formatted(token, database))
                .toString();
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine program = Pikett.commandLine(arguments).setOut(writer).setErr(writer);
        return program.execute(arguments);
    }
}
