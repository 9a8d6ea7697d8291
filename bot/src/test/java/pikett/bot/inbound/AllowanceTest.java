package pikett.bot.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pikett.config.Frequency;

final class AllowanceTest {
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final Allowance allowance =
            new Allowance(new Frequency(2, Duration.ofMinutes(1)), () -> now);

    @Test
    void so_many_within_so_long_and_then_the_wait_is_said() {
        assertThat(allowance.take()).isEmpty();
        now = now.plusSeconds(20);
        assertThat(allowance.take()).isEmpty();
        assertThat(allowance.take()).contains(Duration.ofSeconds(40));
        now = now.plusSeconds(40);
        assertThat(allowance.take()).isEmpty();
    }

    @Test
    void a_clock_that_is_put_back_shuts_nobody_out() {
        allowance.take();
        allowance.take();
        now = now.minus(Duration.ofHours(1));

        assertThat(allowance.take()).isEmpty();
    }
}
