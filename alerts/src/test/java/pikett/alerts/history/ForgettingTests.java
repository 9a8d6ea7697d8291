package pikett.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.alerts.reading.Value;
import pikett.config.condition.Name;

/// What becomes of old readings on every database.
abstract class ForgettingTests extends HistoryContract {
    private static final int DAY = 86_400;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private BreakingStore breaking;

    @BeforeEach
    void live() {
        breaking = new BreakingStore(store);
        kept = new KeptReadings(breaking);
    }

    @Test
    void a_day_stays_whole_and_of_what_is_older_one_point_in_five_minutes() {
        addEveryMinute(0, 2 * DAY);
        assertThat(kept.forget(START)).isEqualTo(2 * (1440 - 288));
        assertThat(points(0, DAY)).isEqualTo(2 * 288);
        assertThat(points(DAY, 2 * DAY)).isEqualTo(2 * 1440);
        assertThat(lines()).isEqualTo(2 * 1440 + 1);
        assertThat(kept.slots(QUEUE, WAITING, START, START.plusSeconds(3600), 4))
                .extracting(slot -> slot.number().orElseThrow())
                .containsExactly(14.0, 29.0, 44.0, 59.0);
    }

    @Test
    void what_was_thinned_out_is_not_touched_again() {
        addEveryMinute(0, 2 * DAY);
        kept.forget(START);
        int before = breaking.writes();
        assertThat(kept.forget(START)).isZero();
        assertThat(breaking.writes() - before).isEqualTo(1);
    }

    @Test
    void what_is_too_old_is_gone_and_what_is_read_again_begins_anew() {
        addEveryMinute(0, 3600);
        kept.add(List.of(new KeptReadings.OfCheck("queue:other", read(10 * DAY, WAITING, 1))));
        kept.forget(START.plusSeconds(9 * DAY));
        assertThat(points(0, 10 * DAY)).isZero();
        assertThat(series()).isEqualTo(1);

        add(read(10 * DAY + 30, WAITING, 5));
        restart();
        assertThat(look(read(10 * DAY + 60, WAITING, 7), WAITING, MINUTE)).hasValue(2);
        assertThat(series()).isEqualTo(2);
    }

    @Test
    void what_goes_on_for_weeks_keeps_its_place() {
        for (int day = 0; day < 40; day++) {
            add(read(day * DAY, WAITING, day), read(day * DAY + 30, WAITING, day + 1));
            kept.forget(START.plus(Duration.ofDays(day - 5)));
        }
        assertThat(series()).isEqualTo(1);
        assertThat(points(0, 34 * DAY)).isZero();
        assertThat(look(read(39 * DAY + 60, WAITING, 43), WAITING, MINUTE.multipliedBy(2)))
                .hasValue(4);
    }

    @Test
    void who_dies_while_thinning_out_loses_nothing_and_goes_on_later() {
        addEveryMinute(0, 2 * DAY);
        for (int further : new int[] {0, 1, 40}) {
            breaking.breakAfter(further);
            assertThatIllegalStateException().isThrownBy(() -> kept.forget(START));
            kept = new KeptReadings(breaking);
            assertThat(lines()).isEqualTo(2 * 1440 + 1);
        }
        kept.forget(START);
        assertThat(points(0, DAY)).isEqualTo(2 * 288);
        assertThat(lines()).isEqualTo(2 * 1440 + 1);
    }

    @Test
    void of_a_settling_that_dies_nothing_is_kept_and_nothing_is_remembered() {
        look(read(0, both(5, 3)), REFUSED, MINUTE);
        breaking.breakAfter(0);
        assertThatIllegalStateException().isThrownBy(() -> add(read(30, both(9, 4))));
        assertThat(points(0, DAY)).isEqualTo(2);
        assertThat(look(read(45, both(9, 4)), REFUSED, MINUTE)).hasValue(7);
        breaking.breakAfter(0);
        assertThatIllegalStateException()
                .isThrownBy(() -> add(read(50, Name.of("never seen before"), 1)));
        assertThat(series()).isEqualTo(2);
        add(read(50, Name.of("never seen before"), 1));
        assertThat(series()).isEqualTo(3);
    }

    @Test
    void a_trend_is_that_of_what_was_kept() {
        addEveryMinute(0, 3600);
        Instant from = START.plusSeconds(1800);
        assertThat(kept.trend(QUEUE, WAITING, from).orElseThrow().heading())
                .isEqualTo(Trend.Heading.RISING);
        assertThat(kept.trend(QUEUE, Name.of("unheard of"), from)).isEmpty();
    }

    /// The number that waits is that of the minute; a line comes every minute, the last one too.
    private void addEveryMinute(int from, int to) {
        List<KeptReadings.OfCheck> readings = new ArrayList<>();
        for (int minute = from / 60; minute <= to / 60; minute++) {
            readings.add(new KeptReadings.OfCheck(QUEUE, read(60 * minute, both(minute, 1))));
        }
        kept.add(readings);
    }

    private static Map<Name, Value> both(double waiting, double lines) {
        return Map.of(WAITING, new Value.Quantity(waiting), REFUSED, new Value.Quantity(lines));
    }

    private double lines() {
        return kept.slots(QUEUE, REFUSED, START.minusSeconds(1), START.plusSeconds(2 * DAY), 1)
                .getFirst()
                .number()
                .orElseThrow();
    }

    private long points(int from, int to) {
        return store.read(it ->
                it.createQuery("SELECT COUNT(*) FROM reading_points WHERE at >= :from AND at < :to")
                        .bind("from", START.plusSeconds(from).toEpochMilli())
                        .bind("to", START.plusSeconds(to).toEpochMilli())
                        .mapTo(Long.class)
                        .one());
    }

    private long series() {
        return store.read(it ->
                it.createQuery("SELECT COUNT(*) FROM reading_series").mapTo(Long.class).one());
    }
}
