package pikett.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SlotsTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final OptionalDouble GAP = OptionalDouble.empty();

    @Test
    void a_level_is_what_it_was_last_and_lines_are_added_up() {
        Points points = at(30, 1, 60, 2, 90, 5, 120, 3);
        assertThat(numbers(points, 120, 2, false)).containsExactly(of(2), of(3));
        assertThat(numbers(points, 120, 2, true)).containsExactly(of(3), of(8));
    }

    @Test
    void no_line_is_drawn_through_a_gap() {
        Points points = at(30, 1, 60, 2, 90, 3, 300, 9, 330, 9, 360, 8);
        assertThat(numbers(points, 360, 6, false))
                .containsExactly(of(2), of(3), GAP, GAP, of(9), of(8));
    }

    @Test
    void what_is_looked_at_seldom_has_no_gaps_for_that() {
        Points points = at(60, 1, 180, 2, 300, 3);
        assertThat(numbers(points, 360, 6, false))
                .containsExactly(of(1), of(1), of(2), of(2), of(3), of(3));
        assertThat(numbers(points, 360, 6, true))
                .containsExactly(of(1), of(0), of(2), of(0), of(3), of(0));
    }

    @Test
    void what_came_before_the_first_point_and_long_after_the_last_is_not_known() {
        Points points = at(130, 1, 160, 2, 180, 3);
        assertThat(numbers(points, 480, 8, false))
                .containsExactly(GAP, GAP, of(3), of(3), GAP, GAP, GAP, GAP);
        assertThat(numbers(Points.NONE, 480, 2, false)).containsExactly(GAP, GAP);
    }

    @Test
    void slots_follow_each_other_without_a_hole() {
        List<Slot> slots = Slots.of(at(100, 7), START, START.plusSeconds(100), 7, true);
        assertThat(slots).hasSize(7);
        assertThat(slots.getFirst().from()).isEqualTo(START);
        assertThat(slots.getLast().number()).hasValue(7);
    }

    private static List<OptionalDouble> numbers(
            Points points, int seconds, int number, boolean summed) {
        return Slots.of(points, START, START.plusSeconds(seconds), number, summed).stream()
                .map(Slot::number)
                .toList();
    }

    private static OptionalDouble of(double number) {
        return OptionalDouble.of(number);
    }

    /// In turn the second and the number.
    private static Points at(int... pairs) {
        Stream<Point> points =
                IntStream.range(0, pairs.length / 2)
                        .mapToObj(index ->
                                new Point(
                                        START.plusSeconds(pairs[2 * index]), pairs[2 * index + 1]));
        return new Points(points.toList());
    }
}
