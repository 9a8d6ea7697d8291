package pikett.alerts.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.incident.Chat;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Dependencies;
import pikett.alerts.mute.Inhibition;
import pikett.alerts.mute.MuteWindow;
import pikett.alerts.outbox.Destination;
import pikett.alerts.route.Route;
import pikett.alerts.route.Routes;
import pikett.config.Severity;

/// The rules of a test: everything goes to the chat `ops`, unless the test says otherwise.
final class RulesForTests {
    final List<Route> routes = new ArrayList<>();
    final Map<String, MuteWindow> windows = new HashMap<>();
    final List<Inhibition> inhibitions = new ArrayList<>();
    final Map<String, List<String>> needs = new HashMap<>();
    final Map<String, Chat> chats = new LinkedHashMap<>();
    final List<Chat> admins = new ArrayList<>();
    final Map<String, Chat> channels = new LinkedHashMap<>();
    Optional<Fallback> fallback = Optional.empty();

    RulesForTests() {
        chat("ops", Optional.empty());
        chat("feed", Optional.of(Severity.CRITICAL));
    }

    void chat(String name, Optional<Severity> quietBelow) {
        chats.put(name, new Chat(name, at(name), quietBelow));
    }

    void channel(String name) {
        channels.put(name, Chat.channel(name, new Destination("mail", name)));
    }

    void admin(String name) {
        admins.add(new Chat("@" + name, at(name), Optional.empty()));
    }

    static Destination at(String name) {
        return new Destination("fake", name);
    }

    NotifyRules build() {
        return new NotifyRules(
                List.of("service", "queue", "host"),
                Duration.ofSeconds(5),
                Duration.ofHours(2),
                new Routes(
                        routes,
                        new Route(
                                "default", Matchers.ANY, List.of("ops"), Optional.empty(), false)),
                windows,
                inhibitions,
                new Dependencies(needs),
                chats,
                admins,
                channels,
                fallback);
    }
}
