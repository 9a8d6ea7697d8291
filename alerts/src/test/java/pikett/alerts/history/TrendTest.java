package pikett.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pikett.alerts.history.Trend.Heading;

final class TrendTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void a_queue_that_fills_is_rising_at_its_pace() {
        Trend trend = of(100, 104, 108, 112, 116, 120);
        assertThat(trend.heading()).isEqualTo(Heading.RISING);
        assertThat(trend.perMinute()).isCloseTo(8, within(1e-9));
        assertThat(trend.until(200)).contains(Duration.ofMinutes(10));
        assertThat(trend.until(0)).isEmpty();
        assertThat(trend.until(120)).isEmpty();
    }

    @Test
    void a_queue_that_empties_says_when() {
        Trend trend = of(60, 55, 50, 45, 40);
        assertThat(trend.heading()).isEqualTo(Heading.FALLING);
        assertThat(trend.until(0)).contains(Duration.ofMinutes(4));
    }

    @Test
    void what_does_not_move_or_moves_by_chance_is_steady() {
        assertThat(of(0, 0, 0, 0, 0).heading()).isEqualTo(Heading.STEADY);
        assertThat(of(5, 5, 5, 5, 5, 5).heading()).isEqualTo(Heading.STEADY);
        assertThat(of(10, 14, 9, 12, 8, 13, 11).heading()).isEqualTo(Heading.STEADY);
        Trend hardly = of(1000, 1001, 1002, 1003, 1004);
        assertThat(hardly.heading()).isEqualTo(Heading.STEADY);
        assertThat(hardly.until(0)).isEmpty();
        assertThat(hardly.until(2000)).isEmpty();
    }

    @Test
    void what_is_more_than_a_week_away_is_no_forecast() {
        assertThat(of(100, 104, 108, 112, 116, 120).until(1_000_000)).isEmpty();
    }

    @Test
    void four_points_say_nothing() {
        assertThat(Trend.of(points(1, 2, 3, 4))).isEmpty();
    }

    @Test
    void noise_of_many_seeds_seldom_looks_like_a_way() {
        Random random = new Random(11);
        int steady = 0;
        for (int round = 0; round < 1000; round++) {
            double[] numbers = random.doubles(40, 80, 120).toArray();
            if (of(numbers).heading() == Heading.STEADY) {
                steady++;
            }
        }
        assertThat(steady).isGreaterThan(930);
    }

    private static Trend of(double... numbers) {
        return Trend.of(points(numbers)).orElseThrow();
    }

    /// One every thirty seconds.
    private static Points points(double... numbers) {
        List<Point> points = new ArrayList<>();
        for (int index = 0; index < numbers.length; index++) {
            points.add(new Point(START.plusSeconds(30L * index), numbers[index]));
        }
        return new Points(points);
    }
}
