package pikett.alerts.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsTest {
    /// Each length is a statement that is parsed and kept.
    @Test
    void many_keys_are_asked_for_in_lists_of_few_lengths() {
        Set<Integer> lengths = new TreeSet<>();
        for (int many = 1; many <= 2_000; many++) {
            List<Integer> keys = IntStream.range(0, many).boxed().toList();
            List<Integer> asked = new ArrayList<>();
            List<Integer> found =
                    Rows.each(
                            keys,
                            some -> {
                                lengths.add(some.size());
                                asked.addAll(some);
                                return some.stream().distinct().toList();
                            });
            assertThat(found).containsExactlyElementsOf(keys);
            assertThat(Set.copyOf(asked)).hasSize(many);
        }
        assertThat(lengths).hasSizeLessThan(12);
    }

    @Test
    void without_keys_nothing_is_asked() {
        assertThat(Rows.each(List.<Integer>of(), List::copyOf)).isEmpty();
    }
}
