package pikett.alerts.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pikett.alerts.label.Labels;

/// All routes in their order: the first that matches wins, unless it goes on.
///
/// @param otherwise for what no route matches; nothing is ever left without a way
public record Routes(List<Route> inOrder, Route otherwise) {
    public Routes {
        inOrder = List.copyOf(inOrder);
    }

    /// The ways of an alert, one for each chat that hears of it. Of two ways to one chat the one
    /// without a window counts.
    public List<Way> of(Labels labels) {
        Map<String, Way> ways = new LinkedHashMap<>();
        for (Route route : inOrder) {
            if (route.when().match(labels)) {
                add(ways, route);
                if (!route.goesOn()) {
                    return List.copyOf(ways.values());
                }
            }
        }
        if (ways.isEmpty()) {
            add(ways, otherwise);
        }
        return List.copyOf(ways.values());
    }

    private static void add(Map<String, Way> ways, Route route) {
        for (String chat : route.to()) {
            ways.merge(
                    chat,
                    new Way(chat, route.name(), route.window()),
                    (first, second) ->
                            first.window().isPresent() && second.window().isEmpty()
                                    ? second
                                    : first);
        }
    }
}
