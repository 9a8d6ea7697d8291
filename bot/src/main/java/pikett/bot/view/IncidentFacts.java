package pikett.bot.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.alerts.alert.Alert;
import pikett.alerts.incident.Incidents.Remembered;
import pikett.alerts.incident.Incidents.Story;
import pikett.alerts.incident.Memory;
import pikett.alerts.label.Labels;

/// What an incident's card is rendered from.
public record IncidentFacts(Story story, Memory memory) {
    public static IncidentFacts of(Remembered remembered) {
        return new IncidentFacts(remembered.story(), remembered.memory());
    }

    /// Its alerts that fire; when none does, all.
    List<Alert> alerts() {
        List<Alert> firing = story.firing();
        return firing.isEmpty() ? story.alerts() : firing;
    }

    /// The host on which it began, whatever fires by now; empty when it is about none.
    public Optional<String> host() {
        return Stream.concat(
                        Stream.of(story.incident().group().labels()),
                        story.alerts().stream().map(Alert::labels))
                .map(labels -> labels.get(Labels.HOST))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /// The queue that it is about; empty when it is about none, or several.
    public Optional<String> queue() {
        List<String> queues =
                alerts().stream()
                        .map(alert -> alert.labels().get(Labels.QUEUE))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        return queues.size() == 1 ? Optional.of(queues.getFirst()) : Optional.empty();
    }

    /// The services that it concerns, without repeats.
    public List<String> services() {
        return alerts().stream()
                .map(alert -> alert.labels().get(Labels.SERVICE))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
