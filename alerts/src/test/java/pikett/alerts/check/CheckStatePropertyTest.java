package pikett.alerts.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every sequence of readings.
final class CheckStatePropertyTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Truth[] TRUTHS = Truth.values();

    /// One reading of a history.
    private record Seen(Instant at, Levels levels, CheckState before, CheckState after) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_critical_is_a_warning_too_and_says_since_when(long seed) {
        for (List<Seen> history : histories(seed)) {
            for (Seen seen : history) {
                CheckState state = seen.after();
                assertThat(state.warning().firing() || !state.critical().firing())
                        .as("%s", history)
                        .isTrue();
                assertThat(state.firingSince().isPresent())
                        .as("%s", history)
                        .isEqualTo(state.firing());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void only_what_is_known_changes_anything(long seed) {
        for (List<Seen> history : histories(seed)) {
            for (Seen seen : history) {
                if (seen.before().firing() != seen.after().firing()) {
                    Truth needed = seen.after().firing() ? Truth.HOLDS : Truth.NOT;
                    assertThat(seen.levels().warning()).as("%s", history).isEqualTo(needed);
                }
                if (seen.levels().equals(Levels.UNKNOWN)) {
                    assertThat(seen.after()).as("%s", history).isEqualTo(seen.before());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothing_fires_before_it_held_for_long_enough(long seed) {
        for (List<Seen> history : histories(seed)) {
            Instant held = Instant.MAX;
            for (Seen seen : history) {
                switch (seen.levels().warning()) {
                    case HOLDS -> held = seen.at().isBefore(held) ? seen.at() : held;
                    case NOT -> held = Instant.MAX;
                    case UNKNOWN -> {}
                }
                if (seen.after().firing() && !seen.before().firing()) {
                    Duration time = Duration.between(held, seen.at());
                    assertThat(time).as("%s", history).isGreaterThanOrEqualTo(patience().raise());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_fires_is_over_once_it_is_seen_to_be_gone_for_long_enough(long seed) {
        for (List<Seen> history : histories(seed)) {
            Seen last = history.getLast();
            Instant gone = last.at().plusSeconds(1);
            CheckState over =
                    last.after()
                            .next(Levels.CLEAR, gone, patience())
                            .next(Levels.CLEAR, gone.plus(patience().resolve()), patience());
            assertThat(over.quiet()).as("%s", history).isTrue();
        }
    }

    private static Patience patience() {
        return new Patience(Duration.ofSeconds(20), Duration.ofSeconds(15));
    }

    private static List<List<Seen>> histories(long seed) {
        Random random = new Random(seed);
        List<List<Seen>> histories = new ArrayList<>();
        for (int round = 0; round < 500; round++) {
            histories.add(history(random));
        }
        return histories;
    }

    private static List<Seen> history(Random random) {
        List<Seen> history = new ArrayList<>();
        CheckState state = CheckState.QUIET;
        Instant at = START;
        for (int reading = 0; reading < 40; reading++) {
            at = at.plusSeconds(random.nextInt(1, 12));
            Levels levels =
                    new Levels(
                            TRUTHS[random.nextInt(TRUTHS.length)],
                            TRUTHS[random.nextInt(TRUTHS.length)]);
            CheckState next = state.next(levels, at, patience());
            history.add(new Seen(at, levels, state, next));
            state = next;
        }
        return history;
    }
}
