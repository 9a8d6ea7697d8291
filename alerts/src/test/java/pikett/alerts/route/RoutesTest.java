package pikett.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.config.match.Comparison;

final class RoutesTest {
    private static final Labels CRITICAL = Labels.of(Map.of("severity", "critical", "a", "1"));

    @Test
    void the_first_that_matches_wins() {
        Routes routes = routes(route("1", "severity", false, "ops"), route("2", "a", false, "x"));
        assertThat(routes.of(CRITICAL)).containsExactly(way("ops", "1"));
    }

    @Test
    void one_that_goes_on_adds_to_those_after_it() {
        Routes routes = routes(route("1", "severity", true, "ops"), route("2", "a", false, "x"));
        assertThat(routes.of(CRITICAL)).containsExactly(way("ops", "1"), way("x", "2"));
    }

    @Test
    void what_matches_nothing_goes_to_the_default_only() {
        Routes routes = routes(route("1", "severity", true, "ops"));
        assertThat(routes.of(CRITICAL)).containsExactly(way("ops", "1"));
        assertThat(routes.of(Labels.of(Map.of()))).containsExactly(way("feed", "default"));
    }

    @Test
    void a_way_without_hours_beats_one_with_hours() {
        Route night = new Route("1", Matchers.ANY, List.of("ops"), Optional.of("night"), true);
        Routes routes = routes(night, route("2", "a", true, "ops"), route("3", "a", false, "ops"));
        assertThat(routes.of(CRITICAL)).containsExactly(way("ops", "2"));
    }

    private static Routes routes(Route... inOrder) {
        return new Routes(
                List.of(inOrder),
                new Route("default", Matchers.ANY, List.of("feed"), Optional.empty(), false));
    }

    private static Route route(String name, String label, boolean goesOn, String to) {
        Matcher has = new Matcher(label, Comparison.DIFFERS, "");
        return new Route(name, Matchers.of(has), List.of(to), Optional.empty(), goesOn);
    }

    private static Way way(String chat, String route) {
        return new Way(chat, route, Optional.empty());
    }
}
