package pikett.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Rate THREE = new Rate(3, Duration.ofMinutes(1));

    @Test
    void as_many_as_it_lets_through_leave_at_once_and_the_rest_later() {
        Window window = Window.unused(THREE);
        for (int n = 0; n < 3; n++) {
            assertThat(window.earliest()).isBeforeOrEqualTo(START);
            window = window.taken(START);
        }

        assertThat(window.earliest()).isEqualTo(START.plusSeconds(60));
        assertThat(window.isUnused(START.plusSeconds(59))).isFalse();
        assertThat(window.isUnused(START.plusSeconds(60))).isTrue();
    }

    @Test
    void what_is_drained_goes_on_evenly() {
        Window window = Window.unused(THREE).drained(START);

        for (int n = 1; n < 5; n++) {
            Instant next = START.plusSeconds(20L * n);
            assertThat(window.earliest()).isEqualTo(next);
            window = window.taken(next);
        }
    }

    @Test
    void what_is_drained_is_not_allowed_earlier_than_before() {
        Window window = Window.unused(THREE);
        for (int n = 0; n < 3; n++) {
            window = window.taken(START);
        }

        assertThat(window.drained(START).earliest()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void a_rate_that_lets_nothing_through_is_refused() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_one_destination_takes_is_what_its_tightest_limit_lets_through() {
        Destination group = new Destination("fake", "group");
        Limit everybody = new Limit(new Rate(30, Duration.ofSeconds(1)), _ -> Optional.of("all"));
        Limit groups =
                new Limit(
                        new Rate(20, Duration.ofMinutes(1)),
                        to -> Optional.of("groups").filter(_ -> to.equals(group)));
        List<Limit> limits = List.of(everybody, groups);
        Duration minute = Duration.ofMinutes(1);

        assertThat(Limit.ofOne(limits, group, minute)).contains(new Rate(20, minute));
        assertThat(Limit.ofOne(limits, new Destination("fake", "one"), minute))
                .contains(new Rate(1_800, minute));
        assertThat(Limit.ofOne(List.of(groups), new Destination("fake", "one"), minute)).isEmpty();
        assertThat(Limit.ofOne(limits, group, Duration.ofSeconds(1)))
                .contains(new Rate(1, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_stretch_as_long_as_per_sees_more_than_the_amount(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            // Short pauses at most, in some rounds: there the rate decides, and not the pauses.
            List<Integer> pauses =
                    random.ints(random.nextInt(81), 0, 1 + random.nextInt(21)).boxed().toList();

            List<Instant> left = leave(pauses);

            for (Instant from : left) {
                Instant until = from.plus(THREE.per());
                assertThat(left)
                        .as("seed %d, round %d, pauses %s", seed, round, pauses)
                        .filteredOn(at -> !at.isBefore(from) && at.isBefore(until))
                        .hasSizeLessThanOrEqualTo(THREE.amount());
            }
        }
    }

    /// When each leaves that comes so many seconds after the one before, and as early as it may.
    private static List<Instant> leave(List<Integer> pauses) {
        Window window = Window.unused(THREE);
        List<Instant> left = new ArrayList<>();
        Instant now = START;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            if (window.earliest().isAfter(now)) {
                now = window.earliest();
            }
            window = window.taken(now);
            left.add(now);
        }
        return left;
    }
}
