package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.config.PikettConfig;
import pikett.config.Secret;

class GoodFilesTest {
    @ParameterizedTest
    @MethodSource("files")
    void itLoads(Path file) throws IOException {
        assertThat(Fixtures.read(file)).isInstanceOf(ConfigResult.Loaded.class);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsPrintedSaysTheSameAgain(Path file) throws IOException {
        ConfigResult.Loaded first = (ConfigResult.Loaded) Fixtures.read(file);
        assertThat(first.effective()).doesNotContain("hunter2", "1:a", PlannedSurroundings.TOKEN);

        // A mask is no token; everything else must survive the way out and in.
        String unmasked =
                first.effective().replace("token: •••", "token: '1:a'").replace("•••", "hunter2");
        ConfigResult second =
                new ConfigReader(PlannedSurroundings.USUAL)
                        .read("printed.yaml", unmasked.getBytes(StandardCharsets.UTF_8));

        assertThat(second).isInstanceOf(ConfigResult.Loaded.class);
        assertThat(withoutPatterns(((ConfigResult.Loaded) second).config()))
                .isEqualTo(withoutPatterns(first.config()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noWayOfPrintingGivesASecretAway(Path file) throws IOException {
        ConfigResult.Loaded loaded = (ConfigResult.Loaded) Fixtures.read(file);

        assertThat(loaded.secrets()).isNotEmpty();
        assertThat(loaded.secrets().stream().map(Secret::reveal))
                .allSatisfy(secret -> assertThat(loaded.toString()).doesNotContain(secret));
    }

    /// Two patterns are never equal, though they say the same.
    private static String withoutPatterns(PikettConfig config) {
        return config.toString();
    }

    static List<Path> files() throws IOException {
        return Fixtures.good();
    }
}
