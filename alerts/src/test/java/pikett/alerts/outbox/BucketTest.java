package pikett.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BucketTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Rate THREE = new Rate(3, 6, Duration.ofMinutes(1));

    @Test
    void a_burst_leaves_at_once_and_the_rest_at_the_rate() {
        Bucket bucket = Bucket.full(THREE, START);
        for (int n = 0; n < 3; n++) {
            assertThat(bucket.earliest()).isBeforeOrEqualTo(START);
            bucket = bucket.taken(START);
        }

        assertThat(bucket.earliest()).isEqualTo(START.plusSeconds(10));
        assertThat(bucket.isFull(START.plusSeconds(29))).isFalse();
        assertThat(bucket.isFull(START.plusSeconds(30))).isTrue();
    }

    @Test
    void what_is_drained_starts_at_the_rate() {
        Bucket bucket = Bucket.full(THREE, START).drained(START);

        assertThat(bucket.earliest()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void a_rate_that_lets_nothing_through_is_refused() {
        assertThatThrownBy(() -> new Rate(0, 1, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_stretch_as_long_as_per_sees_more_than_burst_and_amount(long seed) {
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
                        .hasSizeLessThanOrEqualTo(THREE.burst() + THREE.amount());
            }
        }
    }

    /// When each leaves that comes so many seconds after the one before, and as early as it may.
    private static List<Instant> leave(List<Integer> pauses) {
        Bucket bucket = Bucket.full(THREE, START);
        List<Instant> left = new ArrayList<>();
        Instant now = START;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            if (bucket.earliest().isAfter(now)) {
                now = bucket.earliest();
            }
            bucket = bucket.taken(now);
            left.add(now);
        }
        return left;
    }
}
