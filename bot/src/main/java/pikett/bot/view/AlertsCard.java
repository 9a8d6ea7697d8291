package pikett.bot.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentState;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.RichTextBuilder;

/// All incidents that go on, the worst first.
public final class AlertsCard {
    private static final int MOST = 25;
    private static final int WITH_BUTTONS = 5;

    private AlertsCard() {}

    /// Those that the card shows, the worst first; of two that are equally bad, the older.
    ///
    /// @param open all that go on, the oldest first
    public static List<Incident> shown(List<Incident> open) {
        return open.stream()
                .sorted(Comparator.comparing(Incident::severity).reversed())
                .limit(MOST)
                .toList();
    }

    /// @param shown of them
    /// @param all how many go on
    public static Card of(Room room, List<IncidentFacts> shown, int all) {
        RichTextBuilder text = new RichTextBuilder();
        if (shown.isEmpty()) {
            text.say(room.phrases(), IncidentPhrase.NONE_OPEN);
            return new Card(text.build(), List.of(), Optional.empty());
        }
        text.count(room.phrases(), IncidentPhrase.OPEN_LIST, all).line();
        shown.forEach(facts -> line(text, room, facts));
        if (all > shown.size()) {
            text.count(room.phrases(), IncidentPhrase.MORE, all - shown.size());
        }
        return new Card(text.build(), rows(room, shown), Optional.empty());
    }

    private static Incident incident(IncidentFacts facts) {
        return facts.story().incident();
    }

    /// An incident in one line.
    static void line(RichTextBuilder text, Room room, IncidentFacts facts) {
        Incident incident = facts.story().incident();
        text.plain(incident.resolved() ? "✅" : IncidentText.icon(incident.severity()))
                .plain(" #" + incident.number().value() + " ")
                .value(IncidentText.title(room.phrases(), facts))
                .plain(" · " + room.time(incident.openedAt()));
        incident.taken().ifPresent(taken -> text.plain(" · ✋ ").value(taken.by()));
        text.line();
    }

    private static List<List<Button>> rows(Room room, List<IncidentFacts> open) {
        List<List<Button>> rows = new ArrayList<>();
        open.stream()
                .map(AlertsCard::incident)
                .filter(incident -> incident.state() == IncidentState.OPEN)
                .limit(WITH_BUTTONS)
                .forEach(incident -> {
                    String number = Long.toString(incident.number().value());
                    String label = room.phrases().text(IncidentPhrase.TAKE) + " #" + number;
                    rows.add(List.of(Buttons.types(label, "ack", number)));
                });
        return rows;
    }
}
