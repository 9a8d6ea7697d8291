package pikett.adapters.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.reason.Reason;

class LauncherTest {
    static Stream<Arguments> complaints() {
        return Stream.of(
                Arguments.of(
                        "timeout: failed to run command ‘x’: No such file or directory\n",
                        "failed to run command ‘x’: No such file or directory"),
                Arguments.of("pikett: 1: exec: timeout: not found\n", "timeout: not found"),
                Arguments.of("pikett: line 1: exec: x: not found", "x: not found"),
                Arguments.of(
                        "/usr/bin/env: ‘node’: No such file or directory",
                        "‘node’: No such file or directory"));
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void tellsWhyNothingRan(String error, String reason) {
        assertThat(Launcher.failure(127, new Output("", error, 0))).contains(Reason.told(reason));
        assertThat(Launcher.failure(126, new Output("", error, 0))).contains(Reason.told(reason));
        assertThat(Launcher.failure(1, new Output("", error, 0))).isEmpty();
        assertThat(Launcher.failure(127, new Output("did something", error, 0))).isEmpty();
        assertThat(Launcher.failure(127, new Output("", "working\n" + error, 0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sh: 3: step2: not found", "deploy.sh: line 7: rsync: not found"})
    void aProgramThatEndsLikeThatHasRun(String error) {
        assertThat(Launcher.failure(127, new Output("", error, 0))).isEmpty();
    }
}
