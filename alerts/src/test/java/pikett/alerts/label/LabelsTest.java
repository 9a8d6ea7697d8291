package pikett.alerts.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LabelsTest {
    @Test
    void a_label_without_value_is_none() {
        assertThat(Labels.of(Map.of("a", ""))).isEqualTo(Labels.of(Map.of()));
        assertThat(Labels.of(Map.of()).get("a")).isEmpty();
        assertThat(Labels.of(Map.of("a", "1")).with("a", "").isEmpty()).isTrue();
    }

    @Test
    void what_no_database_keeps_is_replaced() {
        assertThat(Labels.of(Map.of("a", "x\0y")).get("a")).isEqualTo("x\uFFFDy");
    }

    @Test
    void the_chosen_ones_are_kept() {
        assertThat(Labels.of(Map.of("a", "1", "b", "2")).only(List.of("b", "c")).asMap())
                .isEqualTo(Map.of("b", "2"));
    }

    @Test
    void a_fingerprint_tells_sources_and_borders_apart() {
        Fingerprint one = Fingerprint.of("s", Labels.of(Map.of("ab", "c")));
        assertThat(one.value()).hasSize(32);
        assertThat(one).isEqualTo(Fingerprint.of("s", Labels.of(Map.of("ab", "c"))));
        assertThat(one).isNotEqualTo(Fingerprint.of("s", Labels.of(Map.of("a", "bc"))));
        assertThat(one).isNotEqualTo(Fingerprint.of("s", Labels.of(Map.of("xy", "c"))));
        assertThat(one).isNotEqualTo(Fingerprint.of("s", Labels.of(Map.of("ab", "d"))));
        assertThat(one).isNotEqualTo(Fingerprint.of("t", Labels.of(Map.of("ab", "c"))));
        assertThat(one).isNotEqualTo(Fingerprint.of("sab", Labels.of(Map.of("c", ""))));
    }

    /// What is locked or listed for several alerts is so in the same order everywhere.
    @Test
    void fingerprints_have_the_order_of_their_texts() {
        assertThat(new Fingerprint("0a")).isLessThan(new Fingerprint("0b"));
        assertThat(new Fingerprint("b")).isGreaterThan(new Fingerprint("0b"));
        assertThat(new Fingerprint("b")).isEqualByComparingTo(new Fingerprint("b"));
    }
}
