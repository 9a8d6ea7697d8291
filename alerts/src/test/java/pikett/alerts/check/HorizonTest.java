package pikett.alerts.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HorizonTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");

    private static final int DAWN = (int) Horizon.DAWN.toSeconds();

    private Horizon horizon = Horizon.EMPTY;

    @Test
    void a_single_target_is_believed() {
        at(0, "a", false);
        assertThat(outlook(0, "a")).isEqualTo(Outlook.UNSURE);
        assertThat(outlook(DAWN, "a")).isEqualTo(Outlook.GONE);
        assertThat(horizon.blindSince(START.plusSeconds(DAWN))).isEmpty();
    }

    @Test
    void at_first_the_others_are_waited_for() {
        at(0, "a", false);
        at(0, "b", false);
        assertThat(horizon.blindSince(START.plusSeconds(DAWN - 1))).isEmpty();
        assertThat(horizon.blindSince(START.plusSeconds(DAWN))).contains(START);
        at(1, Targets.witness("telegram"), true);
        assertThat(outlook(1, "a")).isEqualTo(Outlook.GONE);
        assertThat(horizon.blindSince(START.plusSeconds(DAWN))).isEmpty();
    }

    @Test
    void one_of_two_is_gone_only_when_the_other_was_reached_since() {
        at(0, "b", true);
        at(10, "a", false);
        assertThat(outlook(10, "a")).isEqualTo(Outlook.UNSURE);
        at(11, "b", true);
        assertThat(outlook(11, "a")).isEqualTo(Outlook.GONE);
        assertThat(outlook(11, "b")).isEqualTo(Outlook.SEEN);
    }

    @Test
    void when_nothing_is_reached_it_is_us_since_the_last_one_was_lost() {
        at(0, "b", true);
        at(10, "a", false);
        at(12, "b", false);
        at(20, "a", false);
        assertThat(outlook(20, "a")).isEqualTo(Outlook.BLIND);
        assertThat(outlook(20, "b")).isEqualTo(Outlook.BLIND);
        assertThat(horizon.blindSince(START.plusSeconds(20))).contains(START.plusSeconds(12));
        at(30, "b", true);
        assertThat(horizon.blindSince(START.plusSeconds(30))).isEmpty();
        assertThat(outlook(30, "a")).isEqualTo(Outlook.GONE);
    }

    @Test
    void a_witness_tells_that_we_see() {
        at(10, "a", false);
        at(10, "b", false);
        at(10, Targets.witness("telegram"), true);
        assertThat(horizon.blindSince(START.plusSeconds(10))).isEmpty();
        assertThat(outlook(10, "a")).isEqualTo(Outlook.GONE);
    }

    @Test
    void what_was_seen_long_ago_tells_nothing() {
        at(0, "c", true);
        at(600, "a", false);
        at(600, "b", false);
        assertThat(outlook(600, "a")).isEqualTo(Outlook.BLIND);
    }

    @Test
    void what_is_no_longer_looked_at_is_forgotten_but_for_witnesses() {
        at(0, "a", false);
        at(0, Targets.witness("telegram"), false);
        horizon = horizon.only(Set.of());
        assertThat(outlook(0, "a")).isEqualTo(Outlook.SEEN);
        at(0, "b", false);
        assertThat(outlook(DAWN, "b")).isEqualTo(Outlook.BLIND);
    }

    private void at(int second, String target, boolean reached) {
        horizon = horizon.with(target, reached, START.plusSeconds(second));
    }

    private Outlook outlook(int second, String target) {
        return horizon.of(target, START.plusSeconds(second));
    }
}
