package pikett.alerts.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.alerts.alert.Alert;
import pikett.alerts.mute.Mute;
import pikett.config.Severity;

/// What a chat sees of an incident's firing alerts.
///
/// @param route that leads there, of the first alert
/// @param visible firing, and not hidden there
/// @param hiding what hides the others
/// @param instead why it is told here, when that is only because it does not arrive elsewhere
public record Shown(
        String route, List<Alert> visible, List<Mute> hiding, Optional<Reason> instead) {
    public Shown {
        visible = List.copyOf(visible);
        hiding = List.copyOf(hiding);
    }

    static final Shown NOTHING = new Shown("", List.of(), List.of(), Optional.empty());

    Optional<Severity> worst() {
        return visible.stream().map(Alert::severity).max(Comparator.naturalOrder());
    }

    boolean isWorseThan(Shown other) {
        return worst().filter(
                        mine -> other.worst().filter(its -> its.compareTo(mine) >= 0).isEmpty())
                .isPresent();
    }

    boolean allHidden() {
        return visible.isEmpty();
    }

    Stream<Instant> ends() {
        return hiding.stream().flatMap(mute -> mute.ends().stream());
    }
}
