package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.adapters.reason.Reason;

class VerdictTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");

    private static Observation running(Duration uptime, int restarts, boolean endedByItself) {
        return seen(ProcessState.UP, Optional.of(uptime), restarts, 0, endedByItself);
    }

    private static Observation seen(
            ProcessState claim,
            Optional<Duration> uptime,
            int restarts,
            int quickEnds,
            boolean endedByItself) {
        return new Observation(
                claim,
                Optional.empty(),
                uptime,
                OptionalInt.of(restarts),
                quickEnds,
                endedByItself,
                OptionalLong.of(1),
                OptionalDouble.of(1.5),
                OptionalLong.of(1024),
                Optional.of(Ending.byExit(1, false)),
                OptionalInt.of(1));
    }

    /// A history in which the count grew by so much over so many seconds until now.
    private static RestartHistory grewBy(int restarts, int overSeconds, boolean asked) {
        Instant start = NOW.minusSeconds(overSeconds);
        return RestartHistory.EMPTY
                .with(new RestartHistory.Sample(start, 100, OptionalLong.of(1)))
                .with(
                        new RestartHistory.Sample(
                                NOW, 100 + restarts, OptionalLong.of(asked ? 2 : 1)));
    }

    @ParameterizedTest(name = "{0} restarts in {1} s, asked: {2}, up for {3} s: {4}")
    @CsvSource({
        // A program that fell over 2 s after each start, while PM2 said online.
        "16, 120, false, 2, LOOPING",
        "3, 60, false, 20, LOOPING",
        "2, 60, false, 20, UP",
        "2, 60, false, 5, STARTING",
        // Every two minutes: it may have run for long since the last end, and still goes round.
        "5, 600, false, 110, LOOPING",
        "5, 600, false, 300, UP",
        // Mended: it runs for a minute although much happened before.
        "60, 600, false, 61, UP",
        // A person who deploys three times is no loop; a memory limit that hits all the time is
        // one.
        "3, 60, true, 20, UP",
        "6, 60, true, 20, LOOPING",
        "0, 600, false, 3600, UP"
    })
    void tellsALoopByRestartsAndUptime(
            int restarts, int overSeconds, boolean asked, int uptime, ProcessState expected) {
        ProcessReading reading =
                Verdict.judge(
                        running(Duration.ofSeconds(uptime), 100 + restarts, false),
                        grewBy(restarts, overSeconds, asked),
                        NOW);

        assertThat(reading.state()).isEqualTo(expected);
    }

    @Test
    void saysHowBadTheLoopIs() {
        ProcessReading reading =
                Verdict.judge(
                        running(Duration.ofSeconds(2), 116, true), grewBy(16, 120, false), NOW);

        assertThat(reading.reason().map(Reason::english))
                .contains("16 restarts in 2 min, last exit 1");
        assertThat(reading.restartsLately()).isEqualTo(OptionalInt.of(16));
    }

    @Test
    void seesAnEvidentLoopOnTheFirstReading() {
        ProcessReading reading =
                Verdict.judge(running(Duration.ofSeconds(2), 283, true), RestartHistory.EMPTY, NOW);

        assertThat(reading.state()).isEqualTo(ProcessState.LOOPING);
        assertThat(reading.reason().map(Reason::english))
                .contains("up for only 2 s after 283 restarts, last exit 1");
        assertThat(reading.restartsLately()).isEmpty();
    }

    @Test
    void manyRestartsOfLongAgoAreNoLoopAfterADeliberateStart() {
        ProcessReading reading =
                Verdict.judge(
                        running(Duration.ofSeconds(2), 283, false), RestartHistory.EMPTY, NOW);

        assertThat(reading.state()).isEqualTo(ProcessState.STARTING);
        assertThat(reading.reason().map(Reason::english)).contains("started 2 s ago");
    }

    @Test
    void oneEndAfterACalmWatchIsNoLoopHoweverManyThereWereBefore() {
        ProcessReading reading =
                Verdict.judge(
                        running(Duration.ofSeconds(2), 101, true), grewBy(1, 300, false), NOW);

        assertThat(reading.state()).isEqualTo(ProcessState.STARTING);
        assertThat(reading.reason().map(Reason::english)).contains("started 2 s ago after exit 1");
    }

    @Test
    void quickEndsThatTheSupervisorCountedAreALoop() {
        Observation waiting = seen(ProcessState.STARTING, Optional.empty(), 4, 5, true);

        assertThat(Verdict.judge(waiting, RestartHistory.EMPTY, NOW).state())
                .isEqualTo(ProcessState.LOOPING);
    }

    @Test
    void quickEndsOfAStartThatSucceededInTheEndAreForgiven() {
        Observation calm = seen(ProcessState.UP, Optional.of(Duration.ofHours(3)), 4, 5, true);

        assertThat(Verdict.judge(calm, RestartHistory.EMPTY, NOW).state())
                .isEqualTo(ProcessState.UP);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProcessState.class,
            names = {"STOPPED", "FAILED", "UNKNOWN"})
    void aProgramThatNobodyStartsAgainDoesNotLoop(ProcessState claim) {
        Observation ended = seen(claim, Optional.empty(), 116, 9, true);

        assertThat(Verdict.judge(ended, grewBy(16, 120, false), NOW).state()).isEqualTo(claim);
    }

    @ParameterizedTest
    @CsvSource({"9, STARTING", "10, UP"})
    void believesAProgramAfterTenSeconds(int uptime, ProcessState expected) {
        Observation young = running(Duration.ofSeconds(uptime), 0, false);

        assertThat(Verdict.judge(young, RestartHistory.EMPTY, NOW).state()).isEqualTo(expected);
    }

    @Test
    void knowsWithoutMemoryThatALongRunHadNoRestartsLately() {
        Observation old = running(Duration.ofHours(7), 3, false);

        assertThat(Verdict.judge(old, RestartHistory.EMPTY, NOW).restartsLately())
                .isEqualTo(OptionalInt.of(0));
    }
}
