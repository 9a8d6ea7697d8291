package pikett.alerts.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pikett.alerts.outbox.Rate;

final class StormRuleTest {
    private static final Rate TWENTY = new Rate(20, Duration.ofMinutes(1));
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void begins_when_half_of_what_the_chat_can_take_is_not_enough() {
        assertThat(StormRule.begins(10, 0, TWENTY)).isFalse();
        assertThat(StormRule.begins(11, 0, TWENTY)).isTrue();
        assertThat(StormRule.begins(1, 10, TWENTY)).isTrue();
        assertThat(StormRule.begins(1, 0, new Rate(1, Duration.ofMinutes(1)))).isFalse();
    }

    @Test
    void is_over_when_it_is_quiet_and_the_rest_fits() {
        Instant quiet = NOW.minus(Duration.ofMinutes(2));
        assertThat(StormRule.isOver(10, 0, quiet, TWENTY, NOW)).isTrue();
        assertThat(StormRule.isOver(11, 0, quiet, TWENTY, NOW)).isFalse();
        assertThat(StormRule.isOver(10, 1, quiet, TWENTY, NOW)).as("at once again").isFalse();
        assertThat(StormRule.isOver(0, 0, quiet.plusMillis(1), TWENTY, NOW)).isFalse();
    }
}
