package pikett.alerts.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pikett.alerts.incident.TimelineEntry.Kind;

/// What of a change stands in the timeline.
final class News {
    private News() {}

    static List<TimelineEntry> of(Case open, Incident after, List<Telling> reasons, Instant now) {
        Incident before = open.incident();
        List<TimelineEntry> news = new ArrayList<>(open.news());
        if (after.worst().compareTo(before.worst()) > 0 && before.firing() > 0) {
            news.add(new TimelineEntry(now, Kind.WORSE, "", after.severity().name()));
        }
        if (after.changes().flapping() != before.changes().flapping()) {
            Kind kind = after.changes().flapping() ? Kind.FLAPPING : Kind.SETTLED;
            news.add(new TimelineEntry(now, kind, "", "" + after.changes().count()));
        }
        for (Telling telling : reasons) {
            if (tells(telling.reason())) {
                String why = ReasonText.kind(telling.reason()).name();
                news.add(new TimelineEntry(now, Kind.TOLD, telling.chat(), why));
            }
        }
        if (after.resolved() && !before.resolved()) {
            news.add(new TimelineEntry(now, Kind.RESOLVED, "", ""));
        }
        return news;
    }

    private static boolean tells(Reason reason) {
        return switch (reason) {
            case Reason.First _,
                    Reason.InsteadOf _,
                    Reason.Worse _,
                    Reason.Repeated _,
                    Reason.Undelivered _,
                    Reason.Fallback _ ->
                    true;
            case Reason.GroupWait _,
                    Reason.Hidden _,
                    Reason.Over _,
                    Reason.OverUntold _,
                    Reason.InStorm _ ->
                    false;
        };
    }
}
