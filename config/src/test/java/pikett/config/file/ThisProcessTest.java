package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.config.Surroundings.SecretFile;

class ThisProcessTest {
    @TempDir private Path folder;

    @Test
    void aFileSaysWhoMayReadIt() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(new ThisProcess().file(secret))
                .isEqualTo(new SecretFile.Found("hunter2\n", false));

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(new ThisProcess().file(secret))
                .isEqualTo(new SecretFile.Found("hunter2\n", true));
    }

    @Test
    void whatIsNoSmallFileIsNotRead() throws IOException {
        Path huge = Files.write(folder.resolve("huge"), new byte[70_000]);

        assertThat(new ThisProcess().file(folder.resolve("none")))
                .isEqualTo(new SecretFile.Missing());
        assertThat(new ThisProcess().file(folder)).isInstanceOf(SecretFile.Unreadable.class);
        assertThat(new ThisProcess().file(huge)).isInstanceOf(SecretFile.Unreadable.class);
    }

    @Test
    void variablesAreThoseOfTheProcess() {
        assertThat(new ThisProcess().environment("PATH")).contains(System.getenv("PATH"));
        assertThat(new ThisProcess().environment("PIKETT_NO_SUCH_VARIABLE")).isEmpty();
    }

    @Test
    void aConfigurationThatCannotBeReadIsAProblemWithoutALine() throws IOException {
        ConfigReader reader = new ConfigReader(new ThisProcess());
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[3_000_000]);

        assertThat(reader.read(folder.resolve("none.yaml")).toString())
                .contains(
                        "none.yaml: there is no such file; create it, or name another with --config");
        assertThat(reader.read(folder).toString())
                .contains("it is a folder; name the file with --config");
        assertThat(reader.read(huge).toString()).contains("it is larger than 2 MiB");
    }
}
