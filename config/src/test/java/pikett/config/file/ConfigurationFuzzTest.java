package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pikett.config.PikettConfig;
import pikett.config.Problem;
import pikett.config.Secret;

/// Whatever is in the file: it is sound, and what it effectively says can be read again, or every mistake
/// has its place. Of the secrets nothing is told.
final class ConfigurationFuzzTest {
    private static final String NAME = "pikett.yaml";

    private static final List<Secret> SECRETS =
            List.of(
                    new Secret(PlannedSurroundings.TOKEN),
                    new Secret("hunter2-of-alertmanager"),
                    new Secret("hunter2-of-the-scripts"));

    private final ConfigReader reader = new ConfigReader(PlannedSurroundings.USUAL);

    @FuzzTest
    void configuration(byte[] file) {
        switch (reader.read(NAME, file)) {
            case ConfigResult.Invalid(List<Problem> problems) -> {
                assertThat(problems).isNotEmpty().isSorted();
                assertThat(problems).allSatisfy(ConfigurationFuzzTest::hasItsPlace);
                tellsNone(SECRETS, problems.toString(), file);
            }
            case ConfigResult.Loaded(PikettConfig _, List<Secret> secrets, String effective) ->
                    tellsNone(secrets, effective, file);
        }
    }

    /// Of what the surroundings keep secret. What is written in the file itself may be a name as well.
    private static void tellsNone(List<Secret> secrets, String told, byte[] file) {
        String written = new String(file, StandardCharsets.UTF_8);
        for (Secret secret : secrets) {
            if (!written.contains(secret.reveal())) {
                assertThat(told).doesNotContain(secret.reveal());
            }
        }
    }

    private static void hasItsPlace(Problem problem) {
        assertThat(problem.file()).isEqualTo(NAME);
        assertThat(problem.line()).isPositive();
        assertThat(problem.column()).isPositive();
        assertThat(problem.what()).isNotBlank();
        assertThat(problem.wayOut()).isNotBlank();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(problem.toString())).isTrue();
    }
}
