package pikett.alerts.mute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.alert.Alert;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// What hides alerts at one instant, for all chats alike: silences, inhibition, dependencies.
///
/// Nothing hides itself, and two alerts that would hide each other hide neither.
public final class Mutes {
    private final List<Silence> silences;
    private final List<Inhibition> inhibitions;
    private final Dependencies dependencies;

    /// For each inhibition its firing causes, by what they must have in common with their effects.
    private final List<Map<List<String>, List<Alert>>> causes = new ArrayList<>();

    private final Map<String, Severity> firingServices = new HashMap<>();

    /// @param firing every alert that fires now
    /// @param silences those that are not active are left out
    public Mutes(
            Collection<Alert> firing,
            Collection<Silence> silences,
            List<Inhibition> inhibitions,
            Dependencies dependencies,
            Instant now) {
        this.silences = silences.stream().filter(silence -> silence.active(now)).toList();
        this.inhibitions = inhibitions;
        this.dependencies = dependencies;
        for (Inhibition inhibition : inhibitions) {
            causes.add(causesOf(inhibition, firing));
        }
        for (Alert alert : firing) {
            String service = alert.labels().get(Labels.SERVICE);
            firingServices.merge(service, alert.severity(), Mutes::worse);
        }
    }

    /// All that hides the alert; empty when it is shown.
    public List<Mute> of(Alert alert) {
        Labels labels = alert.matchable();
        List<Mute> mutes = new ArrayList<>();
        for (Silence silence : silences) {
            if (silence.matchers().match(labels)) {
                mutes.add(
                        new Mute.BySilence(
                                silence.id(), silence.by(), silence.until(), silence.reason()));
            }
        }
        inhibition(alert, labels).ifPresent(mutes::add);
        dependency(alert).ifPresent(mutes::add);
        return mutes;
    }

    private static Map<List<String>, List<Alert>> causesOf(
            Inhibition inhibition, Collection<Alert> firing) {
        Map<List<String>, List<Alert>> found = new HashMap<>();
        for (Alert alert : firing) {
            Labels labels = alert.matchable();
            if (inhibition.source().match(labels)) {
                found.computeIfAbsent(inhibition.key(labels), _ -> new ArrayList<>()).add(alert);
            }
        }
        return found;
    }

    private Optional<Mute> inhibition(Alert effect, Labels labels) {
        for (int index = 0; index < inhibitions.size(); index++) {
            Inhibition inhibition = inhibitions.get(index);
            if (!inhibition.target().match(labels)) {
                continue;
            }
            List<Alert> found = causes.get(index).getOrDefault(inhibition.key(labels), List.of());
            for (Alert cause : found) {
                if (!hides(labels, cause.matchable()) && !cause.equals(effect)) {
                    return Optional.of(
                            new Mute.ByInhibition(
                                    cause.fingerprint(), cause.labels().get(Labels.ALERT_NAME)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean hides(Labels cause, Labels effect) {
        return inhibitions.stream().anyMatch(inhibition -> inhibition.hides(cause, effect));
    }

    /// A warning of what it needs does not hide that something is critical.
    private Optional<Mute> dependency(Alert alert) {
        for (String needed : dependencies.of(alert.labels().get(Labels.SERVICE))) {
            Severity severity = firingServices.get(needed);
            if (severity != null && severity.compareTo(alert.severity()) >= 0) {
                return Optional.of(new Mute.ByDependency(needed));
            }
        }
        return Optional.empty();
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
