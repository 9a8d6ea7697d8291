package pikett.bot.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.failpoint.FailPoint;
import pikett.bot.database.Postgres;

/// The short set of `./dev chaos`: once at every point and a few times at random, on PostgreSQL where it is
/// the database that decides. What was accepted is shown, nothing runs twice, and everybody is told.
@Tag("real")
class ChaosTest {
    /// Where the database decides what is left.
    private static final Set<FailPoint> OF_THE_DATABASE =
            EnumSet.of(
                    FailPoint.BEFORE_TRANSACTION,
                    FailPoint.BEFORE_COMMIT,
                    FailPoint.ACCEPTED,
                    FailPoint.CLAIMED,
                    FailPoint.RETURNED,
                    FailPoint.RECORDED,
                    FailPoint.INBOX_COMMITTED,
                    FailPoint.INTENT_COMMITTED,
                    FailPoint.BEFORE_RESULT_COMMIT,
                    FailPoint.APPROVAL_TAKEN);

    @TempDir Path folder;

    @Test
    void killed_at_any_point_the_bot_loses_nothing_and_does_nothing_twice() throws Exception {
        live("jdbc:sqlite:" + folder.resolve("pikett.db"), EnumSet.allOf(FailPoint.class), 5);
    }

    @Test
    void the_same_holds_on_postgresql() throws Exception {
        live(Postgres.emptyDatabase().reveal(), OF_THE_DATABASE, 0);
    }

    private void live(String databaseUrl, Set<FailPoint> points, int random)
            throws IOException, InterruptedException {
        Toll toll = new Toll();
        try (Chaos chaos = new Chaos(folder, databaseUrl)) {
            for (FailPoint point : points) {
                toll.add(chaos.at(point, 1));
            }
            toll.add(chaos.atRandom(random, new SplittableRandom(42)));
        }
        assertThat(toll.broken()).isEmpty();
        assertThat(toll.kills).isEqualTo(points.size() + random);
        assertThat(toll.accepted).isPositive();
        assertThat(toll.commands).isPositive();
    }
}
