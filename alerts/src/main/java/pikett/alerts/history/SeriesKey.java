package pikett.alerts.history;

import java.util.stream.Stream;
import pikett.adapters.store.StorableText;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Name;
import pikett.config.offer.Offered;
import pikett.config.offer.ProbeKind;

/// Which number: of which check, under which name, of which of its parts.
///
/// @param name as a condition writes it
/// @param part the labels of the part; none for the whole
/// @param summed whether it is counted anew at each look
record SeriesKey(String check, String name, Labels part, boolean summed) {
    static SeriesKey of(String check, Name name, Labels part) {
        return new SeriesKey(
                check, StorableText.of(ConditionText.of(name)), part, countedAnew(name));
    }

    /// Short, however long its texts are.
    Fingerprint fingerprint() {
        // No check has a line break in its name.
        return Fingerprint.of(check + "\n" + name, part);
    }

    /// What is summed is always asked about something, as in `lines('refused')`; a metric of that name
    /// never is.
    private static boolean countedAnew(Name name) {
        return name.argument().isPresent()
                && Stream.of(ProbeKind.values())
                        .map(kind -> kind.offer().values().get(name.base()))
                        .anyMatch(offered ->
                                offered != null && offered.window() == Offered.Window.SUM);
    }
}
