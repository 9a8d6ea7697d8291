package pikett.adapters.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VitalsTest {
    @Test
    void whatLinuxTellsIsRead() {
        assertThat(
                        Vitals.read(
                                """
                                350735.47 234388.90
                                0.20 0.18 0.12 1/80 11206
                                MemTotal:        1000 kB
                                MemAvailable:     250 kB
                                0-3
                                """))
                .isEqualTo(
                        new Vitals(
                                Optional.of(Duration.ofSeconds(350_735)),
                                OptionalDouble.of(0.2),
                                OptionalDouble.of(0.75),
                                OptionalInt.of(4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|1", "0-1|2", "0,2|2", "0-3,5,8-9|7"})
    void processorsAreCounted(String online, int cpus) {
        assertThat(Vitals.read(online + "\n").cpus()).hasValue(cpus);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cat: /proc/uptime: No such file or directory",
                "99999999999999999999.00 1.00",
                "MemTotal: 0 kB\nMemAvailable: 0 kB",
                "MemTotal: 99999999999999999999 kB",
                "0-",
                "0-99999999999",
                "7-2",
                "MemTotal: 100 kB\nMemAvailable: 200 kB",
                "\u0000\uFFFD"
            })
    void whatIsNotThereIsEmpty(String output) {
        assertThat(Vitals.read(output))
                .isEqualTo(
                        new Vitals(
                                Optional.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalInt.empty()));
    }
}
