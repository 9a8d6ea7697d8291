package pikett.alerts.pipeline;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.incident.Chat;
import pikett.alerts.mute.Dependencies;
import pikett.alerts.mute.Inhibition;
import pikett.alerts.mute.MuteWindow;
import pikett.alerts.route.Routes;

/// What the configuration says about who is told, and when.
///
/// @param groupBy names of the labels that alerts of one incident share
/// @param groupWait how long the first card of what is not critical waits for what belongs to it
/// @param repeatAfter after which it is told again while nobody has taken it
/// @param windows the mute windows, by name
/// @param chats by name, in the order of the configuration: the first that is not broken hears what
///     would not arrive in another one
/// @param admins who are told when nothing arrives in a chat, and of everything when nothing arrives in
///     any: each as a chat with one person, by a name that no other chat has
/// @param channels ways out beside the chats, by name; no chat has the name of one
/// @param fallback who is told of what is critical and does not arrive in a chat
public record NotifyRules(
        List<String> groupBy,
        Duration groupWait,
        Duration repeatAfter,
        Routes routes,
        Map<String, MuteWindow> windows,
        List<Inhibition> inhibitions,
        Dependencies dependencies,
        Map<String, Chat> chats,
        List<Chat> admins,
        Map<String, Chat> channels,
        Optional<Fallback> fallback) {
    public NotifyRules {
        groupBy = List.copyOf(groupBy);
        windows = Map.copyOf(windows);
        inhibitions = List.copyOf(inhibitions);
        chats = Collections.unmodifiableMap(new LinkedHashMap<>(chats));
        admins = List.copyOf(admins);
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
    }

    /// Whether an alert may hide another: only then does it matter to one what else fires.
    boolean alertsHideOthers() {
        return !inhibitions.isEmpty() || !dependencies.isEmpty();
    }

    /// The chats, the channels and the admins, by name.
    Map<String, Chat> everyone() {
        Map<String, Chat> everyone = routed();
        admins.forEach(admin -> everyone.put(admin.name(), admin));
        return everyone;
    }

    /// Where routes may lead: the chats and the channels, by name.
    Map<String, Chat> routed() {
        Map<String, Chat> routed = new LinkedHashMap<>(chats);
        routed.putAll(channels);
        return routed;
    }
}
