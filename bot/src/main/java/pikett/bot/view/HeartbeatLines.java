package pikett.bot.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.check.AlertKey;
import pikett.alerts.check.CheckState;
import pikett.alerts.scheduler.CheckView;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// Jobs that must call in, what is not well in a line each, the others counted.
///
/// @param checks the checks of heartbeats
public record HeartbeatLines(List<CheckView> checks) {
    /// None are configured, or nobody asked for them.
    public static final HeartbeatLines NONE = new HeartbeatLines(List.of());

    private static final int MOST = 10;

    public HeartbeatLines {
        checks = List.copyOf(checks);
    }

    /// Those of all checks that are about heartbeats.
    public static HeartbeatLines among(List<CheckView> checks) {
        return new HeartbeatLines(
                checks.stream()
                        .filter(view -> view.check().id().startsWith("heartbeat:"))
                        .toList());
    }

    long notWell() {
        return checks.stream().filter(view -> firing(view).isPresent()).count();
    }

    void append(RichTextBuilder text, Phrases phrases) {
        List<Map.Entry<AlertKey, CheckState>> firing =
                checks.stream().flatMap(view -> firing(view).stream()).toList();
        firing.stream()
                .limit(MOST)
                .forEach(alert ->
                        text.plain(
                                        alert.getValue()
                                                        .severity()
                                                        .map(IncidentText::icon)
                                                        .orElse("")
                                                + " ")
                                .value(IncidentText.title(phrases, alert.getKey().labels(), false))
                                .line());
        if (firing.size() > MOST) {
            text.count(phrases, IncidentPhrase.MORE, firing.size() - MOST).line();
        }
        long well =
                checks.stream()
                        .filter(view -> view.last().isPresent() && firing(view).isEmpty())
                        .count();
        if (well > 0) {
            text.plain("🟢 ").count(phrases, StatusPhrase.HEARTBEATS_WELL, well).line();
        }
    }

    private static Optional<Map.Entry<AlertKey, CheckState>> firing(CheckView view) {
        return view.states().entrySet().stream()
                .filter(state -> state.getValue().firing())
                .min(
                        Map.Entry.comparingByKey(
                                Comparator.comparing(key -> key.labels().toString())));
    }
}
