package pikett.alerts.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/// Chores and checks over days, with a clock that is moved by hand, across starts.
abstract class ChoreStories {
    private static final FireTimes DAILY = new CronTimes("0 0 8 * * ?", ZoneOffset.UTC);

    private final HandClock clock = new HandClock();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Report> reported = new CopyOnWriteArrayList<>();
    private Store store;
    private CheckEngine engine;

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        store = Stores.open(emptyDatabase());
        start(List.of(), List.of());
    }

    @AfterEach
    final void close() {
        store.close();
    }

    @Test
    void a_digest_is_said_once_a_day_and_what_was_missed_once() {
        start(List.of(), List.of(transacted()));
        passes(Duration.ofHours(6));
        awaitDone("2026-11-21T08:00:00Z");
        // Three days without anybody.
        clock.advance(Duration.ofDays(3));
        start(List.of(), List.of(transacted()));
        passes(Duration.ZERO);
        awaitDone("2026-11-21T08:00:00Z", "2026-11-24T08:00:00Z");
        // Not one of the older ones with each further start.
        start(List.of(), List.of(transacted(), repeatable()));
        passes(Duration.ofSeconds(1));
        awaitDone("2026-11-21T08:00:00Z", "2026-11-24T08:00:00Z", "again");
        passes(Duration.ofDays(1));
        await().untilAsserted(() ->
                assertThat(done)
                        .containsExactlyInAnyOrder(
                                "2026-11-21T08:00:00Z",
                                "2026-11-24T08:00:00Z",
                                "again",
                                "2026-11-25T08:00:00Z",
                                "again"));
    }

    @Test
    void work_that_kept_nothing_is_tried_again_until_it_did() {
        AtomicInteger tries = new AtomicInteger();
        Chore unlucky =
                chore(
                        new Chore.Work.InTransaction((_, at) -> {
                            if (tries.incrementAndGet() < 3) {
                                throw new IllegalStateException("crash");
                            }
                            done.add(at.toString());
                        }));
        start(List.of(), List.of(unlucky));
        passes(Duration.ofHours(6));
        await().until(() -> {
            passes(Duration.ofMinutes(1));
            return tries.get() == 3;
        });
        awaitDone("2026-11-21T08:00:00Z");
        passes(Duration.ofHours(4));
        assertThat(tries).hasValue(3);
    }

    @Test
    void a_time_that_somebody_took_is_not_used_again() {
        CheckEngine other = engine(List.of(), List.of(once()));
        start(List.of(), List.of(once()));
        clock.advance(Duration.ofHours(6));
        other.tick();
        awaitDone("2026-11-21T08:00:00Z");
        start(List.of(), List.of(once(), repeatable()));
        clock.advance(Duration.ofMinutes(1));
        engine.tick();
        awaitDone("2026-11-21T08:00:00Z", "again");
    }

    @Test
    void two_instances_with_one_database_do_it_once() {
        CheckEngine other = engine(List.of(), List.of(once(), repeatable()));
        start(List.of(), List.of(once(), repeatable()));
        clock.advance(Duration.ofHours(6));
        engine.tick();
        other.tick();
        await().untilAsserted(() ->
                assertThat(done)
                        .containsExactlyInAnyOrder("2026-11-21T08:00:00Z", "again", "again"));
    }

    @Test
    void work_that_fails_in_its_transaction_takes_no_time() {
        Chore failing =
                new Chore(
                        "digest",
                        DAILY,
                        CatchUp.ONCE,
                        Duration.ofMinutes(1),
                        new Chore.Work.InTransaction((_, _) -> {
                            done.add("fails");
                            throw new IllegalStateException("crash");
                        }));
        start(List.of(), List.of(transacted()));
        passes(Duration.ofHours(6));
        awaitDone("2026-11-21T08:00:00Z");
        start(List.of(), List.of(failing));
        passes(Duration.ofDays(1));
        awaitDone("2026-11-21T08:00:00Z", "fails");
        start(List.of(), List.of(transacted()));
        passes(Duration.ofMinutes(1));
        awaitDone("2026-11-21T08:00:00Z", "fails", "2026-11-22T08:00:00Z");
    }

    @Test
    void a_check_looks_soon_after_the_start_and_then_in_its_rhythm() {
        Check check =
                new Check(
                        "api",
                        new Place.Here(),
                        new Rhythm.Every(Duration.ofHours(1)),
                        Duration.ofSeconds(10),
                        new Patience(Duration.ZERO, Duration.ZERO),
                        _ -> down());
        start(List.of(check), List.of());
        passes(Agenda.SPREAD);
        await().until(() -> {
            engine.settle();
            return reported.size() == 1;
        });
        CheckView view = engine.view().getFirst();
        assertThat(view.states()).hasSize(1);
        assertThat(view.figures().runs()).isEqualTo(1);
        Instant next = view.next().orElseThrow();
        assertThat(Duration.between(clock.instant(), next)).isPositive();
        passes(Duration.between(clock.instant(), next));
        await().until(() -> engine.view().getFirst().figures().runs() == 2);
    }

    private Sighting down() {
        Finding finding =
                new Finding(
                        Labels.of(Map.of(Labels.ALERT_NAME, "ServiceDown")),
                        new Levels(Truth.HOLDS, Truth.HOLDS),
                        Facts.NONE);
        return Looks.reached(clock.instant(), List.of(finding));
    }

    private Chore transacted() {
        return chore(new Chore.Work.InTransaction((_, at) -> done.add(at.toString())));
    }

    private Chore once() {
        return chore(new Chore.Work.AtMostOnce(at -> done.add(at.toString())));
    }

    private Chore repeatable() {
        return new Chore(
                "timers",
                new EveryTimes(Duration.ofSeconds(1), Duration.ZERO),
                CatchUp.SKIP,
                Duration.ofMinutes(1),
                new Chore.Work.Repeatable(() -> done.add("again")));
    }

    private static Chore chore(Chore.Work work) {
        return new Chore("digest", DAILY, CatchUp.ONCE, Duration.ofMinutes(1), work);
    }

    private void start(List<Check> checks, List<Chore> chores) {
        engine = engine(checks, chores);
    }

    private CheckEngine engine(List<Check> checks, List<Chore> chores) {
        CheckEngine made =
                new CheckEngine(
                        store,
                        clock,
                        (_, reports) -> reported.addAll(reports),
                        _ -> {},
                        CheckEngine.Settings.USUAL);
        made.plan(new ArrayList<>(checks), new ArrayList<>(chores));
        return made;
    }

    private void passes(Duration time) {
        clock.advance(time);
        engine.tick();
        engine.settle();
    }

    private void awaitDone(String... results) {
        await().untilAsserted(() -> assertThat(done).containsExactly(results));
    }
}
