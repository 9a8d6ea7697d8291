package pikett.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

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

    @Property(tries = 300)
    void no_stretch_as_long_as_per_sees_more_than_burst_and_amount(
            @ForAll @Size(max = 80) List<@IntRange(max = 20) Integer> pauses) {
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

        for (Instant from : left) {
            Instant until = from.plus(THREE.per());
            assertThat(left)
                    .filteredOn(at -> !at.isBefore(from) && at.isBefore(until))
                    .hasSizeLessThanOrEqualTo(THREE.burst() + THREE.amount());
        }
    }
}
