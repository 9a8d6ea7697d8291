package pikett.bot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The outage of `./dev bench outage`, small.
final class OutageTest {
    /// Stands for the six hours and 50,000 messages that `./dev bench outage` takes minutes for.
    @Test
    void whatIsToBeSaidWhileTelegramIsAwayForHoursIsReadInOrder(@TempDir Path folder)
            throws Exception {
        try (Outage outage = new Outage(folder, 4)) {
            outage.lasts(Duration.ofHours(6), 400);
            Outage.Toll toll = outage.ends();

            assertThat(toll.read()).isEqualTo(400);
            assertThat(toll.dead()).isZero();
            assertThat(toll.twice()).isZero();
            assertThat(toll.unordered()).isZero();
            assertThat(toll.refused()).isZero();
            assertThat(toll.attempts()).as("attempts while it was away").isGreaterThan(400);
        }
    }
}
