package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pikett.config.Severity;

final class UnitEndTest {
    @Test
    void what_systemd_hands_over_counts_and_not_what_the_unit_has_become_since() {
        UnitEnd end =
                UnitEnd.of(
                        "pikett-test-of-a-unit-end.service",
                        Map.of(
                                "MONITOR_UNIT", "pikett-test-of-a-unit-end.service",
                                "MONITOR_SERVICE_RESULT", "exit-code",
                                "MONITOR_EXIT_STATUS", "3",
                                "MONITOR_INVOCATION_ID", "0123456789abcdef0123456789abcdef"));

        assertThat(end.result()).isEqualTo("exit-code");
        assertThat(end.alert(Severity.CRITICAL, Map.of()).title())
                .isEqualTo("pikett-test-of-a-unit-end.service: exit-code 3");
        assertThat(end.alert(Severity.CRITICAL, Map.of()).over()).isFalse();
    }

    @Test
    void what_is_handed_over_of_another_unit_says_nothing() {
        UnitEnd end =
                UnitEnd.of(
                        "pikett-test-of-a-unit-end.service",
                        Map.of(
                                "MONITOR_UNIT", "another.service",
                                "MONITOR_SERVICE_RESULT", "exit-code"));

        assertThat(end.result()).isNotEqualTo("exit-code");
    }
}
