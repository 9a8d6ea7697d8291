package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.bot.view.HostState;

final class HostVitalsTest {
    @Test
    void whatLinuxTellsIsRead() {
        assertThat(
                        HostVitals.parse(
                                """
                                350735.47 234388.90
                                0.20 0.18 0.12 1/80 11206
                                MemTotal:        1000 kB
                                MemAvailable:     250 kB
                                """))
                .isEqualTo(
                        new HostState.Answered(
                                Optional.of(Duration.ofSeconds(350_735)),
                                OptionalDouble.of(0.2),
                                OptionalDouble.of(75)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cat: /proc/uptime: No such file or directory",
                "99999999999999999999.00 1.00",
                "MemTotal: 0 kB\nMemAvailable: 0 kB",
                "MemTotal: 99999999999999999999 kB",
                "\u0000\uFFFD"
            })
    void whatIsNotThereIsEmpty(String output) {
        assertThat(HostVitals.parse(output))
                .isEqualTo(
                        new HostState.Answered(
                                Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
    }
}
