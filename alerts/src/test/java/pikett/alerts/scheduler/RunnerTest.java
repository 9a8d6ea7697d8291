package pikett.alerts.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.alerts.outbox.HandClock;

final class RunnerTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final HandClock clock = new HandClock();
    private final Runner runner = new Runner(clock, new Lanes(1, 3));
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void open() {
        gate.countDown();
    }

    @Test
    void a_run_is_given_its_deadline_and_gives_its_result() {
        start("a", LONG, deadline -> deadline.toString());
        awaitDone(clock.instant().plus(LONG).toString());
        await().until(() -> runner.inFlight() == 0);
        assertThat(runner.figures("a").runs()).isEqualTo(1);
        assertThat(runner.figures("a").runningSince()).isEmpty();
    }

    @Test
    void the_same_never_runs_twice_at_once_and_the_overrun_is_counted() {
        assertThat(start("a", LONG, _ -> stuck())).isTrue();
        assertThat(start("a", LONG, _ -> "never")).isFalse();
        assertThat(runner.figures("a").overruns()).isEqualTo(1);
        assertThat(runner.figures("a").runningSince()).contains(clock.instant());
        gate.countDown();
        awaitDone("ran");
        await().until(() -> start("a", LONG, _ -> "again"));
        awaitDone("ran", "again");
    }

    @Test
    void a_stuck_one_gives_its_place_to_others_of_its_host() {
        start("a", SHORT, _ -> stuck());
        awaitDone("TOOK_TOO_LONG");
        start("b", LONG, _ -> "b ran");
        awaitDone("TOOK_TOO_LONG", "b ran");
        assertThat(runner.figures("a").late()).isEqualTo(1);
        assertThat(start("a", LONG, _ -> "never")).isFalse();
        gate.countDown();
        await().until(() -> runner.inFlight() == 0);
        assertThat(done).containsExactly("TOOK_TOO_LONG", "b ran");
    }

    @Test
    void another_host_does_not_wait() {
        start("a", LONG, _ -> stuck());
        start(errand("b", Optional.of("other"), LONG, _ -> "b ran"));
        awaitDone("b ran");
    }

    @Test
    void who_waits_in_vain_for_a_place_was_not_run() {
        start("a", LONG, _ -> stuck());
        await().until(() -> runner.figures("a").runs() == 1);
        start("b", SHORT, _ -> "never");
        awaitDone("NO_TURN");
        await().until(() -> runner.inFlight() == 1);
    }

    @Test
    void a_bug_in_one_run_is_its_result() {
        start(
                "a",
                LONG,
                _ -> {
                    throw new IllegalStateException("bug");
                });
        awaitDone("FAILED");
        await().until(() -> runner.inFlight() == 0);
        assertThat(runner.figures("a").failed()).isEqualTo(1);
    }

    @Test
    void after_the_end_nothing_begins() {
        start(
                "a",
                LONG,
                _ -> {
                    try {
                        gate.await();
                        return "never";
                    } catch (InterruptedException _) {
                        return "interrupted";
                    }
                });
        await().until(() -> runner.figures("a").runs() == 1);
        await().until(() -> {
            runner.stop();
            return done.contains("interrupted");
        });
        assertThat(start("b", LONG, _ -> "never")).isFalse();
    }

    /// Cannot be interrupted.
    private String stuck() {
        while (true) {
            try {
                gate.await();
                return "ran";
            } catch (InterruptedException _) {
                // It hangs in something that hears nothing.
            }
        }
    }

    private boolean start(String id, Duration atMost, Function<Instant, String> work) {
        return start(errand(id, Optional.of("host"), atMost, work));
    }

    private boolean start(Errand<String> errand) {
        return runner.start(errand);
    }

    private Errand<String> errand(
            String id, Optional<String> lane, Duration atMost, Function<Instant, String> work) {
        return new Errand<>(id, lane, atMost, work, Enum::name, done::add);
    }

    private void awaitDone(String... results) {
        await().untilAsserted(() -> assertThat(done).containsExactly(results));
    }
}
