package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pikett.config.Problem;
import pikett.config.file.ConfigResult;

/// A configuration that merely lies there is followed only when nobody else can have put it there.
final class ConfigOptionTest {
    @TempDir private Path folder;

    @Test
    void what_everybody_can_write_must_be_named() throws IOException {
        Path file = configuration("rw-rw-rw-");

        assertThat(new ConfigOption(found(file)).result())
                .isInstanceOfSatisfying(
                        ConfigResult.Invalid.class,
                        invalid ->
                                assertThat(invalid.problems())
                                        .singleElement()
                                        .extracting(Problem::what)
                                        .isEqualTo("can be written by everybody"));
        assertThat(
                        new ConfigOption(
                                        new ConfigOption.Otherwise(
                                                file, Optional.of(file.toString())))
                                .result())
                .isInstanceOf(ConfigResult.Loaded.class);
    }

    @Test
    void the_option_names_it() throws IOException {
        Path file = configuration("rw-rw-rw-");
        ConfigOption option =
                new ConfigOption(
                        new ConfigOption.Otherwise(
                                file, Optional.of(folder.resolve("another.yaml").toString())));

        new CommandLine(option).parseArgs("--config", file.toString());

        assertThat(option.result()).isInstanceOf(ConfigResult.Loaded.class);
    }

    @Test
    void a_process_takes_what_lies_in_its_folder_only_when_the_environment_names_it()
            throws Exception {
        String file = configuration("rw-rw-rw-").toString();

        assertThat(checked(Map.of())).contains("pikett.yaml: can be written by everybody");
        assertThat(checked(Map.of("PIKETT_CONFIG", file))).contains(file + " is good.");
    }

    @Test
    void what_only_this_user_can_write_is_taken_where_it_is_found() throws IOException {
        assertThat(new ConfigOption(found(configuration("rw-r-----"))).result())
                .isInstanceOf(ConfigResult.Loaded.class);
    }

    /// What `pikett check` says in the folder.
    private String checked(Map<String, String> environment)
            throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder check =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classPath(),
                                Pikett.class.getName(),
                                "check")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        check.environment().remove("PIKETT_CONFIG");
        check.environment().putAll(environment);
        Process process = check.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }

    /// The process has another folder than we.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static ConfigOption.Otherwise found(Path file) {
        return new ConfigOption.Otherwise(file, Optional.empty());
    }

    private Path configuration(String permissions) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "123456789:" + "A".repeat(35));
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        Path file =
                Files.writeString(
                        folder.resolve("pikett.yaml"),
                        """
                        telegram: { token: "${file:%s}" }
                        people: { anna: { telegram: 7, role: admin } }
                        """
                                .formatted(token));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
