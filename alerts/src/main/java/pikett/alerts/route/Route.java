package pikett.alerts.route;

import java.util.List;
import java.util.Optional;
import pikett.alerts.label.Matchers;

/// Says which chats hear of what matches.
///
/// @param name what a person can find it by in the configuration
/// @param to names of chats
/// @param window name of the mute window that holds back from them
/// @param goesOn whether the routes after it are looked at too
public record Route(
        String name, Matchers when, List<String> to, Optional<String> window, boolean goesOn) {
    public Route {
        to = List.copyOf(to);
    }
}
