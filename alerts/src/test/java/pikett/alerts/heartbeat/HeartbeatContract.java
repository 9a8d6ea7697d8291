package pikett.alerts.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Facts;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.check.Unread;
import pikett.alerts.label.Labels;
import pikett.alerts.outbox.HandClock;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.HeartbeatConfig;
import pikett.config.Secret;
import pikett.config.Severity;

/// Heartbeats over starts and absences, on each database.
abstract class HeartbeatContract {
    private static final int CALLERS = 8;

    private final HandClock clock = new HandClock();
    private Secret url;
    private Store store;
    private Heartbeats heartbeats;

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        url = emptyDatabase();
        store = Stores.open(url);
        heartbeats = begun("backup", "report");
    }

    @AfterEach
    final void close() {
        store.close();
    }

    @Test
    void what_was_heard_survives_a_start() {
        heartbeats.hear("backup", new Beat.Started(), clock.instant());
        clock.advance(Duration.ofMinutes(5));
        heartbeats.hear("backup", Beat.ended(3, "no space left"), clock.instant());
        Heard before = heartbeats.heard("backup").orElseThrow();
        store.close();
        store = Stores.open(url);

        assertThat(begun("backup").heard("backup")).contains(before);
        assertThat(before.failing())
                .contains(new Heard.Failure(clock.instant(), Optional.of(3), "no space left"));
        assertThat(before.running()).isEmpty();
    }

    @Test
    void it_is_late_from_when_it_was_first_seen_and_well_with_the_first_word() {
        clock.advance(Duration.ofMinutes(12));

        assertThat(firing("backup")).containsExactly("HeartbeatLate");

        heartbeats.hear("backup", new Beat.Succeeded(), clock.instant());
        assertThat(firing("backup")).isEmpty();
        assertThat(firing("report")).containsExactly("HeartbeatLate");
    }

    @Test
    void nobody_is_late_before_it_could_be_heard_again() {
        heartbeats.hear("backup", new Beat.Succeeded(), clock.instant());
        heartbeats.awake(clock.instant());
        clock.advance(Duration.ofHours(3));
        heartbeats = begun("backup", "report");

        assertThat(firing("backup")).isEmpty();
        clock.advance(Duration.ofMinutes(11));
        assertThat(firing("backup")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(firing("backup")).containsExactly("HeartbeatLate");
    }

    @Test
    void a_process_that_was_frozen_was_away_too() {
        clock.advance(Duration.ofSeconds(30));
        heartbeats.awake(clock.instant());
        clock.advance(Duration.ofHours(3));
        heartbeats.awake(clock.instant());

        assertThat(firing("backup")).isEmpty();
    }

    @Test
    void who_says_often_enough_that_it_is_there_was_there() {
        for (int minute = 0; minute < 12; minute++) {
            clock.advance(Duration.ofMinutes(1));
            heartbeats.awake(clock.instant());
        }

        assertThat(firing("backup")).containsExactly("HeartbeatLate");
        assertThat(begun("backup").heard("backup").map(Heard::countsFrom))
                .as("what was late before stays late")
                .contains(clock.instant().minus(Duration.ofMinutes(12)));
    }

    @Test
    void one_that_is_no_more_is_forgotten_and_is_new_when_it_comes_back() {
        clock.advance(Duration.ofHours(1));
        begun("report");
        assertThat(heartbeats.heard("backup")).isEmpty();
        clock.advance(Duration.ofHours(1));
        heartbeats = begun("backup", "report");

        assertThat(firing("backup")).isEmpty();
    }

    @Test
    void one_that_came_while_the_database_was_away_is_counted_from_when_it_is_back() {
        heartbeats = expecting("backup", "report", "added");
        for (int minute = 0; minute < 11; minute++) {
            heartbeats.awake(clock.instant());
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(firing("added")).isEmpty();
        heartbeats.awake(clock.instant());
        clock.advance(Duration.ofMinutes(1));

        assertThat(firing("added")).containsExactly("HeartbeatLate");
    }

    @Test
    void a_clock_that_was_put_back_makes_nobody_deaf() {
        heartbeats.hear("backup", new Beat.Succeeded(), clock.instant());
        clock.advance(Duration.ofHours(-1));
        heartbeats.hear("backup", Beat.ended(1, ""), clock.instant());

        assertThat(firing("backup")).containsExactly("HeartbeatFailed");
    }

    @Test
    void beats_of_many_at_once_are_all_kept() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                Instant at = clock.instant().plusSeconds(caller);
                Beat beat = caller % 2 == 0 ? new Beat.Started() : Beat.ended(caller, "");
                Future<Instant> _ =
                        threads.submit(() -> {
                            go.await();
                            heartbeats.hear("backup", beat, at);
                            return at;
                        });
            }
            go.countDown();
        }

        Heard heard = heartbeats.heard("backup").orElseThrow();
        assertThat(heard.started()).contains(clock.instant().plusSeconds(6));
        assertThat(heard.failed().flatMap(Heard.Failure::exit)).contains(7);
    }

    @Test
    void nobody_else_can_be_heard() {
        assertThatThrownBy(() -> heartbeats.hear("other", new Beat.Succeeded(), clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_a_database_nothing_is_known() {
        store.close();

        assertThat(look("backup").unread()).contains(Unread.UNREADABLE);
    }

    private Heartbeats begun(String... names) {
        Heartbeats begun = expecting(names);
        begun.begin(clock.instant());
        return begun;
    }

    private Heartbeats expecting(String... names) {
        return new Heartbeats(store, Stream.of(names).map(HeartbeatContract::expectation).toList());
    }

    private static Expectation expectation(String name) {
        return new Expectation(
                name,
                new HeartbeatConfig(
                        new Rhythm.Every(Duration.ofMinutes(10)),
                        Duration.ofMinutes(1),
                        Severity.CRITICAL,
                        Optional.of(Duration.ofMinutes(30)),
                        List.of()));
    }

    private Sighting look(String name) {
        return new HeartbeatEye(heartbeats, expectation(name), (_, _, _) -> Facts.NONE, clock)
                .look(clock.instant().plusSeconds(5));
    }

    private List<String> firing(String name) {
        return look(name).findings().stream()
                .filter(finding -> finding.levels().critical() == Truth.HOLDS)
                .map(Finding::labels)
                .map(labels -> labels.get(Labels.ALERT_NAME))
                .toList();
    }
}
