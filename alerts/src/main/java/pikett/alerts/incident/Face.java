package pikett.alerts.incident;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pikett.alerts.alert.Alert;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;

/// What a card says, as two fingerprints: of what matters, and of the values.
final class Face {
    private Face() {}

    static CardState of(Incident incident, Collection<Alert> alerts, Map<String, Shown> shown) {
        Map<String, String> face = new TreeMap<>();
        Map<String, String> details = new TreeMap<>();
        face.put("state", incident.state().name());
        face.put("severity", incident.severity().name());
        face.put("flapping", Boolean.toString(incident.changes().flapping()));
        incident.taken().ifPresent(taken -> face.put("taken", taken.by()));
        for (Alert alert : alerts) {
            String name = alert.fingerprint().value();
            face.put(name, alert.firing() ? alert.severity().name() : "over");
            details.put(name, alert.latest().facts().json());
        }
        shown.forEach((chat, seen) ->
                seen.hiding().forEach(mute -> face.put("hidden in " + chat + " by " + mute, "so")));
        return new CardState(
                print("face", face), print("details", details), Optional.empty(), false);
    }

    private static String print(String what, Map<String, String> said) {
        return Fingerprint.of(what, Labels.of(said)).value();
    }
}
