package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.store.Store;
import pikett.alerts.alert.Facts;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckDesk;
import pikett.alerts.check.CheckStates;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Looks;
import pikett.alerts.check.Patience;
import pikett.alerts.check.Place;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.check.Unread;
import pikett.config.CheckTiming.Rhythm;

/// The process dies while what was seen becomes reports, before any of the writes that this takes.
abstract class CrashedCheckStories extends PipelineContract {
    private static final int WITHOUT_END = Integer.MAX_VALUE;
    private static final Levels DOWN = new Levels(Truth.HOLDS, Truth.HOLDS);

    private final Check api =
            new Check(
                    "api",
                    new Place.Here(),
                    new Rhythm.Every(Duration.ofSeconds(30)),
                    Duration.ofSeconds(10),
                    new Patience(Duration.ZERO, Duration.ZERO),
                    _ -> Sighting.unread(clock.instant(), Duration.ZERO, Unread.UNREADABLE));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, WITHOUT_END})
    void what_began_as_it_died_and_is_over_after_the_start_does_not_go_on_for_ever(int writes) {
        looks(writes, DOWN);
        looks(WITHOUT_END, Levels.CLEAR);
        passes(Duration.ofMinutes(2));

        assertThat(incidents.open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, WITHOUT_END})
    void what_ended_as_it_died_and_fails_again_after_the_start_is_told(int writes) {
        looks(WITHOUT_END, DOWN);
        looks(writes, Levels.CLEAR);
        looks(WITHOUT_END, DOWN);
        passes(Duration.ofMinutes(2));

        assertThat(incidents.open()).hasSize(1);
        assertThat(story(incidents.open().getFirst().number().value()).firing()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, WITHOUT_END})
    void what_began_as_it_died_and_goes_on_is_told_once(int writes) {
        looks(writes, DOWN);
        looks(WITHOUT_END, DOWN);
        passes(Duration.ofMinutes(2));

        assertThat(incidents.history(START)).hasSize(1);
        assertThat(story(1).timeline())
                .extracting(entry -> entry.kind() + " " + entry.who())
                .contains("TOLD ops")
                .doesNotHaveDuplicates();
    }

    /// A process starts, looks, and settles as far as it comes.
    private void looks(int writes, Levels levels) {
        clock.advance(Duration.ofSeconds(30));
        start();
        Store mortal = new DyingStore(store, writes);
        CheckDesk checks = new CheckDesk(new CheckStates(mortal), pipeline::accept);
        checks.plan(List.of(api));
        checks.saw(
                api,
                Looks.reached(
                        clock.instant(), List.of(new Finding(service("api"), levels, Facts.NONE))));
        try {
            checks.settle(clock.instant());
        } catch (DyingStore.Died _) {
            assertThat(writes).isLessThan(WITHOUT_END);
        }
    }
}
