package pikett.alerts.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pikett.alerts.alert.Alert;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.mute.Mute;
import pikett.alerts.mute.MuteWindow;
import pikett.alerts.mute.Mutes;
import pikett.alerts.route.Routes;
import pikett.alerts.route.Way;

/// What decides which chat sees which alert at one instant.
///
/// @param windows by name
/// @param chats by name
/// @param detours by the name of a chat at which nothing arrives
/// @param late incidents that Telegram did not take in time
/// @param storms names of chats that have one card in place of many
public record Scene(
        Routes routes,
        Mutes mutes,
        Map<String, MuteWindow> windows,
        Map<String, Chat> chats,
        Map<String, Detour> detours,
        Late late,
        Set<String> storms,
        Instant now) {

    /// Other chats are told in the place of a broken one.
    ///
    /// @param to names of the other chats; none when nothing arrives anywhere
    /// @param why nothing arrives
    public record Detour(List<String> to, String why) {
        public Detour {
            to = List.copyOf(to);
        }
    }

    /// What Telegram did not take in time is told elsewhere, once.
    ///
    /// @param to names of the channels that are told then
    public record Late(Set<IncidentNumber> incidents, List<String> to) {
        public Late {
            incidents = Set.copyOf(incidents);
            to = List.copyOf(to);
        }
    }

    /// The same, with storms in these chats.
    public Scene with(Set<String> stormy) {
        return new Scene(routes, mutes, windows, chats, detours, late, stormy, now);
    }

    /// What each chat sees of these firing alerts, by the name of the chat.
    ///
    /// @param told names of those that were told of the incident before
    Map<String, Shown> shown(IncidentNumber incident, Collection<Alert> firing, Set<String> told) {
        Map<String, View> views = new LinkedHashMap<>();
        for (Alert alert : firing) {
            List<Mute> everywhere = mutes.of(alert);
            for (Way way : routes.of(alert.matchable())) {
                views.computeIfAbsent(way.chat(), _ -> new View(way.route()))
                        .add(alert, mutes(alert, way, everywhere));
            }
        }
        Map<String, View> seen = new LinkedHashMap<>(views);
        views.forEach((chat, view) -> {
            Detour detour = detours.get(chat);
            if (detour != null) {
                Reason.InsteadOf because = new Reason.InsteadOf(chat, detour.why());
                for (String other : detour.to()) {
                    View own = seen.getOrDefault(other, new View(view.route));
                    seen.put(other, own.with(view, because));
                }
            }
        });
        if (late.incidents().contains(incident)) {
            late.to().stream()
                    .filter(channel -> !told.contains(channel))
                    .forEach(channel ->
                            views.values().forEach(view -> addLate(seen, channel, view)));
        }
        Map<String, Shown> shown = new LinkedHashMap<>();
        seen.forEach((chat, view) -> shown.put(chat, view.shown()));
        return shown;
    }

    private static void addLate(Map<String, View> seen, String channel, View view) {
        View own = seen.getOrDefault(channel, new View(view.route));
        seen.put(channel, own.with(view, new Reason.Fallback()));
    }

    private List<Mute> mutes(Alert alert, Way way, List<Mute> everywhere) {
        List<Mute> all = new ArrayList<>(everywhere);
        window(alert, way).ifPresent(all::add);
        return all;
    }

    private Optional<Mute> window(Alert alert, Way way) {
        return way.window()
                .flatMap(name -> Optional.ofNullable(windows.get(name)))
                .filter(window -> window.holdsBack(alert.severity()))
                .flatMap(window ->
                        window.activeUntil(now)
                                .map(until -> new Mute.ByWindow(window.name(), until)));
    }

    /// An alert, and what hides it.
    private record Sight(Alert alert, List<Mute> mutes) {
        /// Of two ways to one chat the one on which nothing hides it counts.
        Sight or(Sight other) {
            return mutes.isEmpty() ? this : other;
        }
    }

    private static final class View {
        private final String route;
        private final Map<Fingerprint, Sight> sights = new LinkedHashMap<>();
        private Optional<Reason> instead = Optional.empty();

        View(String route) {
            this.route = route;
        }

        void add(Alert alert, List<Mute> mutes) {
            sights.put(alert.fingerprint(), new Sight(alert, mutes));
        }

        /// Together with what another chat should see. It is told in the place of that one where it
        /// would not be told of anything so bad itself.
        View with(View others, Reason because) {
            View both = new View(route);
            both.sights.putAll(sights);
            others.sights.forEach((key, sight) -> both.sights.merge(key, sight, Sight::or));
            both.instead = both.shown().isWorseThan(shown()) ? Optional.of(because) : instead;
            return both;
        }

        Shown shown() {
            List<Alert> visible = new ArrayList<>();
            Set<Mute> hiding = new LinkedHashSet<>();
            for (Sight sight : sights.values()) {
                if (sight.mutes().isEmpty()) {
                    visible.add(sight.alert());
                }
                hiding.addAll(sight.mutes());
            }
            return new Shown(route, visible, List.copyOf(hiding), instead);
        }
    }
}
