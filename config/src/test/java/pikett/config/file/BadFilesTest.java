package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.config.Problem;

class BadFilesTest {
    @ParameterizedTest
    @MethodSource("files")
    void eachMistakeGetsItsMessage(Path file) throws IOException {
        String expected = String.valueOf(file.getFileName()).replace(".yaml", ".txt");

        Kept.compare(
                file.resolveSibling(expected),
                problems(file).stream()
                        .map(Problem::toString)
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noMessageGivesASecretAway(Path file) throws IOException {
        assertThat(problems(file).toString()).doesNotContain("hunter2", PlannedSurroundings.TOKEN);
    }

    @ParameterizedTest
    @MethodSource("files")
    void problemsComeInTheOrderOfTheFile(Path file) throws IOException {
        assertThat(problems(file)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void thereAreManyWaysToGoWrong() throws IOException {
        assertThat(files()).hasSizeGreaterThan(60);
    }

    private static List<Problem> problems(Path file) throws IOException {
        ConfigResult result = Fixtures.read(file);
        assertThat(result).isInstanceOf(ConfigResult.Invalid.class);
        return ((ConfigResult.Invalid) result).problems();
    }

    static List<Path> files() throws IOException {
        return Fixtures.bad();
    }
}
