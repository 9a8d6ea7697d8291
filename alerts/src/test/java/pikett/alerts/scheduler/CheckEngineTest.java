package pikett.alerts.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.check.Check;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Looks;
import pikett.alerts.check.Patience;
import pikett.alerts.check.Place;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.label.Labels;
import pikett.alerts.outbox.HandClock;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.Secret;

/// The engine with its own threads and Quartz, on a clock that is moved by hand.
final class CheckEngineTest {
    private static final CheckEngine.Settings QUICK =
            new CheckEngine.Settings(Duration.ofMillis(10), 4, 200);

    @TempDir Path folder;

    private final HandClock clock = new HandClock();
    private final List<Report> reported = new CopyOnWriteArrayList<>();
    private volatile Consumer<List<Report>> pipeline = reported::addAll;
    private Store store;
    private CheckEngine engine;

    @BeforeEach
    void open() {
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("it.db")));
        engine =
                new CheckEngine(store, clock, (_, found) -> pipeline.accept(found), _ -> {}, QUICK);
    }

    @AfterEach
    void close() throws InterruptedException {
        assertThat(engine.stop(Duration.ofSeconds(10))).isTrue();
        store.close();
    }

    @Test
    void a_thousand_checks_are_looked_at_and_trouble_with_the_database_passes() {
        pipeline = CheckEngineTest::trouble;
        List<Check> checks = IntStream.range(0, 1000).mapToObj(it -> check("c" + it)).toList();
        engine.plan(checks, List.of());
        engine.start();
        clock.advance(Agenda.SPREAD);
        await().until(() -> engine.failures() > 0);
        pipeline = CheckEngineTest::bug;
        long failures = engine.failures();
        clock.advance(Duration.ofSeconds(30));
        await().until(() -> engine.failures() > failures);
        pipeline = reported::addAll;
        clock.advance(Duration.ofSeconds(30));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        reported.stream()
                                        .map(it -> it.labels().get(Labels.SERVICE))
                                        .distinct()
                                        .count()
                                == 1000);
        Instant now = clock.instant();
        await().until(() -> !engine.lastRound().isBefore(now));
        assertThat(engine.view()).allMatch(view -> view.next().orElseThrow().isAfter(now));
    }

    @Test
    void a_wrong_plan_changes_nothing() {
        Check daily = check("daily", new Rhythm.Cron("0 0 8 * * ?", ZoneOffset.UTC));
        engine.plan(List.of(daily), List.of());
        engine.start();
        assertThatThrownBy(() -> engine.plan(List.of(daily, daily), List.of()))
                .hasMessage("two checks or two chores share a name");
        assertThatThrownBy(() ->
                        engine.plan(
                                List.of(check("bad", new Rhythm.Cron("x", ZoneOffset.UTC))),
                                List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        clock.advance(Agenda.SPREAD);
        await().until(() -> reported.size() == 1);
        await().until(() -> engine.view().getFirst().figures().runningSince().isEmpty());
    }

    private static void trouble(List<Report> reports) {
        throw new IllegalStateException("disk full");
    }

    private static void bug(List<Report> reports) {
        throw new StackOverflowError("for the test");
    }

    private Check check(String id) {
        return check(id, new Rhythm.Every(Duration.ofSeconds(30)));
    }

    private Check check(String id, Rhythm rhythm) {
        return new Check(
                id,
                new Place.Here(),
                rhythm,
                Duration.ofSeconds(10),
                new Patience(Duration.ZERO, Duration.ZERO),
                _ -> down(id));
    }

    private Sighting down(String service) {
        Finding finding =
                new Finding(
                        Labels.of(Map.of(Labels.SERVICE, service)),
                        new Levels(Truth.HOLDS, Truth.HOLDS),
                        Facts.NONE);
        return Looks.reached(clock.instant(), List.of(finding));
    }
}
