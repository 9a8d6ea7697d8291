package pikett.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What only somebody's shell would find out otherwise, and late: `./dev real` begins when all else is done.
final class ScriptsTest {
    private static final Path ROOT = Path.of("..");

    static List<Path> scripts() throws IOException {
        List<Path> scripts = new ArrayList<>(List.of(ROOT.resolve("dev"), ROOT.resolve(".ci/run")));
        for (String folder : List.of("bot/src/test", "bot/src/package", "systemd")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                List<Path> found =
                        files.filter(Files::isRegularFile).filter(ScriptsTest::isScript).toList();
                assertThat(found).isNotEmpty();
                scripts.addAll(found);
            }
        }
        return scripts;
    }

    private static boolean isScript(Path file) {
        try {
            return file.toString().endsWith(".sh")
                    || new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .startsWith("#!/bin/sh");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_shell_can_read_it(Path script) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-n", script.toString()).redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
    }
}
