package pikett.alerts.route;

import java.util.Optional;

/// How an alert comes to a chat.
///
/// @param chat its name
/// @param route name of the route
/// @param window name of the mute window that holds it back there
public record Way(String chat, String route, Optional<String> window) {}
