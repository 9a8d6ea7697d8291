package pikett.bot.app;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Inhibition;
import pikett.alerts.mute.MuteWindow;
import pikett.alerts.route.Route;
import pikett.alerts.route.Routes;
import pikett.config.InhibitionConfig;
import pikett.config.MuteWindowConfig;
import pikett.config.NotifyConfig;
import pikett.config.RouteConfig;
import pikett.config.match.LabelMatch;

/// What `notify` says, as the pipeline takes it.
final class WrittenRules {
    private static final String DEFAULT = "default";

    private final NotifyConfig written;

    WrittenRules(NotifyConfig written) {
        this.written = written;
    }

    /// @param everybody names of all chats, for what no route is written for
    Routes routes(List<String> everybody) {
        Route otherwise = new Route(DEFAULT, Matchers.ANY, everybody, Optional.empty(), false);
        List<RouteConfig> all = written.routes();
        for (RouteConfig route : all) {
            if (route instanceof RouteConfig.Otherwise last) {
                otherwise = new Route(DEFAULT, Matchers.ANY, last.to(), last.mute(), false);
            }
        }
        return new Routes(
                all.stream().flatMap(route -> chosen(route).stream()).toList(), otherwise);
    }

    Map<String, MuteWindow> windows() {
        Map<String, MuteWindow> windows = new LinkedHashMap<>();
        written.muteWindows().forEach((name, window) -> windows.put(name, window(name, window)));
        return windows;
    }

    List<Inhibition> inhibitions() {
        return written.inhibitions().stream().map(WrittenRules::inhibition).toList();
    }

    /// Found by what it matches, since it has no name of its own.
    private static Optional<Route> chosen(RouteConfig route) {
        return switch (route) {
            case RouteConfig.Otherwise _ -> Optional.empty();
            case RouteConfig.When when -> {
                Matchers matchers = matchers(when.when());
                String name = matchers.all().stream().map(Matcher::toString).collect(joining(", "));
                yield Optional.of(new Route(name, matchers, when.to(), when.mute(), when.goesOn()));
            }
        };
    }

    private static MuteWindow window(String name, MuteWindowConfig window) {
        return new MuteWindow(
                name, window.zone(), window.from(), window.to(), window.days(), window.below());
    }

    private static Inhibition inhibition(InhibitionConfig inhibition) {
        return new Inhibition(
                matchers(inhibition.source()), matchers(inhibition.target()), inhibition.equal());
    }

    private static Matchers matchers(List<LabelMatch> written) {
        return new Matchers(written.stream().map(Matcher::of).toList());
    }
}
