package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
                "check --help",
                "schema --help",
                "audit --help",
                "audit verify --help",
                "notify --help",
                "wrap --help",
                "version --help"
            })
    void everyVerbExplainsItself(String asked) {
        assertThat(run(asked.split(" "))).isZero();
        assertThat(said.toString()).startsWith("Usage: pikett");
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
        Path token = folder.resolve("token");
        Files.writeString(token, "123456789:" + "A".repeat(35));
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        Path file = folder.resolve("pikett.yaml");
        Files.writeString(
                file,
                """
                telegram: { token: "${file:%s}" }
                people: { anna: { telegram: 7, role: admin } }
                storage: { url: "jdbc:sqlite:%s/none/pikett.db" }
                """
                        .formatted(token, folder));

        assertThat(run("audit", "verify", "--config", file.toString())).isEqualTo(1);

        assertThat(said.toString().lines())
                .singleElement()
                .asString()
                .startsWith("storage: the folder of the database")
                .endsWith("create it, owned by the user that runs Pikett");
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine program = Pikett.commandLine().setOut(writer).setErr(writer);
        return program.execute(arguments);
    }
}
