package pikett.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every past.
final class HistoryPropertyTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final long LEVEL = 1;
    private static final long LINES = 2;
    private static final long RISING = 3;
    private static final int ROUNDS = 300;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothing_ever_rose_by_less_than_nothing_nor_by_less_in_more_time(long seed) {
        for (List<PointTable.Row> rows : pasts(seed)) {
            Points points = of(rows, LEVEL);
            double before = 0;
            for (int minutes = 1; minutes <= 256; minutes *= 2) {
                OptionalDouble increase = points.increase(Duration.ofMinutes(minutes));
                assertThat(increase.orElse(before)).as("%s", points).isGreaterThanOrEqualTo(before);
                before = increase.orElse(before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void thinning_loses_no_line(long seed) {
        for (List<PointTable.Row> rows : pasts(seed)) {
            Collection<PointTable.Row> thinned = Thinning.of(rows, Set.of(LINES));
            assertThat(sum(thinned)).as("%s", rows).isEqualTo(sum(rows));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void thinning_keeps_the_last_of_each_step_and_nothing_else(long seed) {
        for (List<PointTable.Row> rows : pasts(seed)) {
            List<PointTable.Row> thinned = List.copyOf(Thinning.of(rows, Set.of(LINES)));
            Points before = of(rows, LEVEL);
            Points after = of(thinned, LEVEL);
            assertThat(before.all()).as("%s", rows).containsAll(after.all());
            assertThat(after.all().stream().map(point -> Thinning.begin(point.at())))
                    .as("%s", rows)
                    .doesNotHaveDuplicates()
                    .containsAll(
                            before.all().stream()
                                    .map(point -> Thinning.begin(point.at()))
                                    .toList());
            assertThat(after.all().getLast()).isEqualTo(before.all().getLast());
            assertThat(List.copyOf(Thinning.of(thinned, Set.of(LINES)))).isEqualTo(thinned);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void thinning_makes_no_rise_more_and_none_less_where_nothing_fell(long seed) {
        Duration always = Duration.ofDays(2);
        for (List<PointTable.Row> rows : pasts(seed)) {
            Collection<PointTable.Row> thinned = Thinning.of(rows, Set.of(LINES));
            assertThat(of(thinned, LEVEL).increase(always).orElse(0))
                    .as("%s", rows)
                    .isLessThanOrEqualTo(of(rows, LEVEL).increase(always).orElse(0));
            Points rising = of(rows, RISING);
            Points left = of(thinned, RISING);
            // What rose before the end of the first step has nothing left to rise from.
            double first = left.all().getFirst().number() - rising.all().getFirst().number();
            assertThat(left.increase(always).orElse(0) + first)
                    .as("%s", rows)
                    .isEqualTo(rising.increase(always).orElse(0));
        }
    }

    private static double sum(Collection<PointTable.Row> rows) {
        return rows.stream()
                .filter(row -> row.series() == LINES)
                .mapToDouble(row -> row.point().number())
                .sum();
    }

    private static Points of(Collection<PointTable.Row> rows, long series) {
        return new Points(
                rows.stream()
                        .filter(row -> row.series() == series)
                        .map(PointTable.Row::point)
                        .toList());
    }

    private static List<List<PointTable.Row>> pasts(long seed) {
        Random random = new Random(seed);
        List<List<PointTable.Row>> pasts = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            pasts.add(past(random));
        }
        return pasts;
    }

    private static List<PointTable.Row> past(Random random) {
        List<PointTable.Row> rows = new ArrayList<>();
        Instant at = START;
        int risen = 0;
        for (int look = random.nextInt(1, 60); look > 0; look--) {
            at = at.plusSeconds(random.nextInt(1, random.nextInt(10) == 0 ? 3_000 : 90));
            risen += random.nextInt(5);
            rows.add(new PointTable.Row(LEVEL, new Point(at, random.nextInt(-20, 200))));
            rows.add(new PointTable.Row(LINES, new Point(at, random.nextInt(30))));
            rows.add(new PointTable.Row(RISING, new Point(at, risen)));
        }
        return rows;
    }
}
