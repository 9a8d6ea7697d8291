package pikett.config;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is told, and when (`notify`).
///
/// @param groupBy names of the labels that alerts of one incident share
/// @param groupWait how long the first card of what is not critical waits for what belongs to it
/// @param repeatAfter after which it is told again while nobody has taken it
/// @param routes in their order; the last one may be for all that no other one matches
/// @param muteWindows by name; each is named by a route
/// @param inhibitions which alerts hide which others
/// @param channels ways out beside Telegram, by name; no chat has the name of one
/// @param fallback who is told when Telegram does not take something critical
public record NotifyConfig(
        List<String> groupBy,
        Duration groupWait,
        Duration repeatAfter,
        List<RouteConfig> routes,
        Map<String, MuteWindowConfig> muteWindows,
        List<InhibitionConfig> inhibitions,
        Map<String, ChannelConfig> channels,
        Optional<FallbackConfig> fallback) {
    public NotifyConfig {
        groupBy = List.copyOf(groupBy);
        routes = List.copyOf(routes);
        muteWindows = Collections.unmodifiableMap(new LinkedHashMap<>(muteWindows));
        inhibitions = List.copyOf(inhibitions);
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
    }
}
