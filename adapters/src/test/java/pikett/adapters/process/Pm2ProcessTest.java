package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pm2ProcessTest {
    private static final Instant ASKED = Instant.parse("2026-11-03T14:00:00Z");

    @ParameterizedTest(
            name = "started {0} s after it was asked to, {1} quick ends, kill timeout {2} s: {3}")
    @CsvSource({
        "0, 0, 2, false",
        "6, 0, 2, false",
        "8, 0, 2, true",
        "30, 0, 30, false",
        "0, 1, 2, true",
        "7200, 0, 2, true"
    })
    void tellsACrashFromAStartThatWasAskedFor(
            int startedAfter, int quickEnds, int killTimeout, boolean byItself) {
        Pm2Process process =
                new Pm2Process(
                        1,
                        "api",
                        "online",
                        Optional.of(ASKED.plusSeconds(startedAfter)),
                        Optional.of(ASKED),
                        OptionalInt.of(7),
                        quickEnds,
                        OptionalInt.of(1),
                        Duration.ofSeconds(killTimeout),
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(process.endedByItself()).isEqualTo(byItself);
    }
}
