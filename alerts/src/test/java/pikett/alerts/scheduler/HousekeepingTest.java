package pikett.alerts.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.outbox.HandClock;
import pikett.config.Secret;

final class HousekeepingTest {
    @TempDir Path folder;

    private final HandClock clock = new HandClock();
    private final List<Instant> forgotten = new CopyOnWriteArrayList<>();

    @Test
    void each_night_all_that_is_too_old_is_forgotten_even_when_one_part_fails() {
        try (Store store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("it.db")))) {
            Housekeeping housekeeping =
                    new Housekeeping(
                            store,
                            List.of(
                                    new Housekeeping.Shelf(
                                            "broken",
                                            Duration.ofDays(1),
                                            _ -> {
                                                throw new IllegalStateException("disk full");
                                            }),
                                    new Housekeeping.Shelf(
                                            "readings",
                                            Duration.ofDays(30),
                                            before -> {
                                                forgotten.add(before);
                                                return 7;
                                            })),
                            clock);
            CheckEngine engine =
                    new CheckEngine(
                            store, clock, (_, _) -> {}, _ -> {}, CheckEngine.Settings.USUAL);
            engine.plan(List.of(), List.of(housekeeping.chore(ZoneOffset.UTC)));
            clock.advance(Duration.ofMinutes(76));
            engine.tick();
            assertThat(forgotten).isEmpty();
            clock.advance(Duration.ofMinutes(1));
            engine.tick();
            Instant due = Instant.parse("2026-10-22T03:17:00Z");
            await().untilAsserted(() -> assertThat(forgotten).containsExactly(due));
            assertThat(housekeeping.tidy()).isEqualTo(7);
        }
    }

    @Test
    void chores_that_are_long_gone_are_forgotten_too() {
        try (Store store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("it.db")))) {
            RunTable runs = new RunTable();
            store.write(it -> runs.claim(it, "gone", clock.instant(), clock.instant()));
            clock.advance(Duration.ofDays(801));
            store.write(it -> runs.claim(it, "here", clock.instant(), clock.instant()));
            assertThat(new Housekeeping(store, List.of(), clock).tidy()).isEqualTo(1);
            assertThat(store.read(runs::lastTimes)).containsOnlyKeys("here");
        }
    }
}
