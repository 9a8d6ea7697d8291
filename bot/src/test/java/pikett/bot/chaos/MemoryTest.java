package pikett.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.failpoint.FailPoint;

/// There is no memory left (F27): the process ends at once, where ever it is, and the next one goes on as
/// after any other end. What would stay behind is half a process that answers and sends nothing.
@Tag("real")
class MemoryTest {
    @TempDir Path folder;

    @Test
    void without_memory_it_ends_and_nothing_is_lost_or_done_twice() throws Exception {
        Toll toll = new Toll();
        // First the one whose sender is answered: later, what an earlier end left unsaid may get
        // there before.
        List<FailPoint> points =
                List.of(
                        FailPoint.BODY_OUT,
                        FailPoint.BEFORE_COMMIT,
                        FailPoint.ACCEPTED,
                        FailPoint.UPDATE_FETCHED,
                        FailPoint.EXEC_SENT,
                        FailPoint.BEFORE_RESULT_COMMIT);
        try (Chaos chaos = new Chaos(folder, "jdbc:sqlite:" + folder.resolve("pikett.db"))) {
            for (FailPoint point : points) {
                toll.add(chaos.exhaustedAt(point, 1));
            }
        }
        assertThat(toll.broken()).isEmpty();
        assertThat(toll.kills).isEqualTo(points.size());
        assertThat(toll.accepted).isPositive();
        assertThat(toll.commands).isPositive();
    }

    /// The flags that this depends on, and who starts it again.
    @Test
    void it_is_started_that_way() throws IOException {
        Path checkout = Path.of("..");
        assertThat(Files.readString(checkout.resolve("dev")))
                .contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(Files.readString(checkout.resolve("bot/src/package/java-options")))
                .contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(Files.readString(checkout.resolve("systemd/pikett.service")))
                .contains("Restart=always", "ExecStart=/opt/pikett/bin/pikett run ");
    }
}
