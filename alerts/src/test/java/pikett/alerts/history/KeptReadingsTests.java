package pikett.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.config.condition.Name;

/// What holds of kept readings on every database.
abstract class KeptReadingsTests extends HistoryContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void the_increase_within_a_window_ends_with_the_reading_itself() {
        assertThat(look(read(0, WAITING, 5), WAITING, MINUTE)).isEmpty();
        assertThat(look(read(30, WAITING, 8), WAITING, MINUTE)).hasValue(3);
        assertThat(look(read(60, WAITING, 8), WAITING, MINUTE)).hasValue(3);
        assertThat(look(read(90, WAITING, 9), WAITING, MINUTE)).hasValue(1);
    }

    @Test
    void a_start_forgets_nothing() {
        add(read(0, WAITING, 5), read(30, WAITING, 8));
        restart();
        assertThat(look(read(45, WAITING, 9), WAITING, MINUTE)).hasValue(4);
        assertThat(look(read(60, WAITING, 11), WAITING, MINUTE)).hasValue(6);
    }

    @Test
    void a_longer_window_than_before_looks_into_the_database_again() {
        add(read(0, WAITING, 5), read(300, WAITING, 8));
        restart();
        add(read(600, WAITING, 9));
        assertThat(look(read(610, WAITING, 9), WAITING, MINUTE)).hasValue(0);
        assertThat(look(read(620, WAITING, 9), WAITING, MINUTE.multipliedBy(20))).hasValue(4);
    }

    @Test
    void a_counter_that_begins_anew_takes_nothing_away() {
        add(read(0, WAITING, 100), read(30, WAITING, 103), read(60, WAITING, 0));
        assertThat(look(read(90, WAITING, 2), WAITING, MINUTE.multipliedBy(10))).hasValue(5);
    }

    @Test
    void nobody_knows_when_in_a_long_gap_something_rose() {
        add(read(0, WAITING, 5));
        assertThat(look(read(100, WAITING, 50), WAITING, MINUTE)).isEmpty();
        assertThat(look(read(130, WAITING, 51), WAITING, MINUTE)).hasValue(1);
    }

    @Test
    void what_is_looked_at_as_seldom_as_the_window_is_long_is_not_overlooked() {
        add(read(0, WAITING, 5));
        assertThat(look(read(61, WAITING, 9), WAITING, MINUTE)).hasValue(4);
    }

    @Test
    void lines_are_added_up() {
        assertThat(look(read(0, REFUSED, 2), REFUSED, MINUTE)).hasValue(2);
        assertThat(look(read(30, REFUSED, 0), REFUSED, MINUTE)).hasValue(2);
        restart();
        assertThat(look(read(50, REFUSED, 7), REFUSED, MINUTE)).hasValue(9);
        assertThat(look(read(60, REFUSED, 1), REFUSED, MINUTE)).hasValue(8);
    }

    @Test
    void a_metric_that_is_called_like_what_is_added_up_is_a_level() {
        Name lines = Name.of("lines");
        add(read(0, lines, 2));
        assertThat(look(read(30, lines, 3), lines, MINUTE)).hasValue(1);
    }

    @Test
    void a_reading_without_the_number_says_nothing() {
        add(read(0, WAITING, 5), read(30, WAITING, 8));
        assertThat(look(read(45, Map.of()), WAITING, MINUTE)).isEmpty();
        assertThat(look(read(50, WAITING, Double.NaN), WAITING, MINUTE)).isEmpty();
        assertThat(look(read(60, WAITING, 9), WAITING, MINUTE)).hasValue(4);
    }

    @Test
    void what_a_condition_calculates_is_kept_once_it_was_asked_for() throws Exception {
        Name depth = new Name("body", List.of("depth"), Optional.empty(), Map.of());
        Name number =
                new Name(
                        "number",
                        List.of(),
                        Optional.of(new Name.Argument.Word("stdout")),
                        Map.of());
        assertThat(look(document(0, 3), depth, MINUTE)).isEmpty();
        assertThat(look(document(30, 7), depth, MINUTE)).hasValue(4);
        assertThat(look(printed(0, "12\n"), number, MINUTE)).isEmpty();
        restart();
        assertThat(look(printed(30, "15\n"), number, MINUTE)).hasValue(3);
    }

    @Test
    void each_part_has_a_past_of_its_own_and_that_of_the_whole_behind_it() {
        Name value = Name.of("value");
        Name count = Name.of("count");
        look(read(0, Map.of(count, new Value.Quantity(2)), part("api", value, 10)), count, MINUTE);
        Part api = part("api", value, 13);
        Part web = part("web", value, 100);
        Reading.Known reading = read(30, Map.of(count, new Value.Quantity(3)), api, web);
        assertThat(within(reading, api, value)).hasValue(3);
        assertThat(within(reading, web, value)).isEmpty();
        assertThat(within(reading, web, count)).hasValue(1);
    }

    @Test
    void checks_are_told_apart_even_by_long_names() {
        Name first = Name.of("x".repeat(20_000) + "1");
        Name second = Name.of("x".repeat(20_000) + "2");
        add(read(0, first, 1), read(0, second, 5));
        restart();
        assertThat(look(read(30, first, 2), first, MINUTE)).hasValue(1);
        kept.add(List.of(new KeptReadings.OfCheck("queue:other", read(30, second, 90))));
        assertThat(look(read(45, second, 6), second, MINUTE)).hasValue(1);
    }

    @Test
    void the_same_readings_again_change_nothing() {
        add(read(0, REFUSED, 4));
        add(read(0, REFUSED, 4));
        restart();
        add(read(0, REFUSED, 4));
        assertThat(look(read(30, REFUSED, 1), REFUSED, MINUTE)).hasValue(5);
    }

    @Test
    void an_endless_page_of_numbers_is_not_kept_whole_but_what_is_asked_for_is() {
        Map<Name, Value> values = new HashMap<>();
        for (int n = 0; n < 5 * Numbers.MOST; n++) {
            values.put(Name.of("metric" + n), new Value.Quantity(1));
        }
        for (int n = 0; n < 40; n++) {
            values.put(WAITING, new Value.Quantity(n));
            OptionalDouble within = look(read(n, values), WAITING, MINUTE);
            assertThat(within.orElse(0)).isEqualTo(n);
        }
        long rows =
                store.read(it ->
                        it.createQuery("SELECT COUNT(*) FROM reading_points")
                                .mapTo(Long.class)
                                .one());
        assertThat(rows).isEqualTo(40L * Numbers.MOST);
    }

    @Test
    void without_a_database_nothing_is_known_and_nothing_breaks() {
        add(read(0, WAITING, 5));
        restart();
        store.close();
        Reading.Known reading = read(30, WAITING, 8);
        assertThat(kept.past(QUEUE).until(reading, Labels.NONE).within(WAITING, MINUTE)).isEmpty();
        assertThatThrownBy(() -> add(reading)).isInstanceOf(StoreUnavailableException.class);
    }

    private OptionalDouble within(Reading.Known whole, Part part, Name name) {
        return kept.past(QUEUE).until(of(whole, part), part.labels()).within(name, MINUTE);
    }

    private static Reading.Known document(int second, int depth) throws Exception {
        String text = "{\"depth\":" + depth + "}";
        return read(
                second,
                Map.of(Name.of("body"), new Value.Document(new JsonMapper().readTree(text), text)));
    }

    private static Reading.Known printed(int second, String text) {
        return read(second, Map.of(Name.of("stdout"), new Value.Text(text)));
    }
}
