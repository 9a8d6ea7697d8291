package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.bot.hostgate.GateScript;
import pikett.bot.hostgate.NotCheckableException;
import pikett.config.HostConfig;
import pikett.config.PikettConfig;
import pikett.config.Surroundings;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;

/// The cookbook: each of its configurations is without a mistake, can be used with a gate, and is found.
final class ExamplesTest {
    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "config", "examples"))) {
            return files.sorted().toList();
        }
    }

    /// A machine on which every secret is there.
    private record Furnished() implements Surroundings {
        @Override
        public Optional<String> environment(String name) {
            return Optional.of(
                    switch (name) {
                        case "CREDENTIALS_DIRECTORY" -> "/run/credentials/pikett";
                        case "TELEGRAM_TOKEN" -> "123456789:" + "A".repeat(35);
                        default -> "a-secret-that-is-long-enough-for-anything";
                    });
        }

        @Override
        public SecretFile file(Path path) {
            return new SecretFile.Found(
                    path.endsWith("telegram-token")
                            ? "123456789:" + "A".repeat(35)
                            : "a-secret-that-is-long-enough-for-anything",
                    false);
        }
    }

    private static PikettConfig read(Path file) {
        return switch (new ConfigReader(new Furnished()).read(file)) {
            case ConfigResult.Loaded loaded -> loaded.config();
            case ConfigResult.Invalid invalid ->
                    throw new AssertionError(invalid.problems().toString());
        };
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_without_a_mistake_and_says_why(Path file) throws IOException {
        assertThat(read(file).telegram().chats()).isNotEmpty();
        assertThat(Files.readString(file)).startsWith("# ");
        assertThat(Files.readString(Path.of("..", "docs", "operations.md")))
                .contains("(../config/examples/" + file.getFileName() + ")");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void has_a_gate_for_every_host(Path file) throws NotCheckableException {
        PikettConfig config = read(file);
        for (Map.Entry<String, HostConfig> host : config.hosts().entrySet()) {
            if (host.getValue() instanceof HostConfig.Ssh) {
                GateScript.Frame frame = new GateScript.Frame("head '", "end '", 5);
                assertThat(
                                new GateScript(
                                                GateVerb.needs(config, host.getKey()),
                                                frame,
                                                List.of())
                                        .text())
                        .endsWith("refuse\n");
            }
        }
    }
}
