package pikett.alerts.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.alert.Alert;
import pikett.alerts.label.Fingerprint;

/// All that is known of an incident when it is looked at.
///
/// @param alerts as they are now
/// @param tellings by the name of the chat
/// @param news what is known to have happened to it just now
public record Case(
        Incident incident,
        CardState card,
        Map<Fingerprint, Alert> alerts,
        Map<String, Telling> tellings,
        List<TimelineEntry> news) {
    public Case {
        alerts = Map.copyOf(alerts);
        tellings = Map.copyOf(tellings);
        news = List.copyOf(news);
    }

    /// The same case with these alerts as they are by now.
    public Case with(Collection<Alert> changed, List<TimelineEntry> happened) {
        Map<Fingerprint, Alert> all = new LinkedHashMap<>(alerts);
        changed.forEach(alert -> all.put(alert.fingerprint(), alert));
        List<TimelineEntry> entries = new ArrayList<>(news);
        entries.addAll(happened);
        return new Case(incident, card, all, tellings, entries);
    }

    /// The same case after something happened.
    public Case after(Incident changed, TimelineEntry entry) {
        return new Case(changed, card, alerts, tellings, List.of(entry));
    }

    /// What has become of it.
    ///
    /// @param held whether some chat is not told because of a mute
    /// @param tellings by the name of the chat
    /// @param reasons those of the tellings that have another reason than before
    /// @param wake when time alone changes something
    public record Assessed(
            Incident incident,
            CardState card,
            boolean held,
            Map<String, Telling> tellings,
            List<Telling> reasons,
            List<Post> posts,
            List<TimelineEntry> news,
            Optional<Instant> wake) {
        public Assessed {
            tellings = Map.copyOf(tellings);
            reasons = List.copyOf(reasons);
            posts = List.copyOf(posts);
            news = List.copyOf(news);
        }
    }
}
