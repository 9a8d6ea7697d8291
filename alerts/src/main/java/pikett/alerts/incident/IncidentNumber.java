package pikett.alerts.incident;

import java.util.regex.Pattern;
import pikett.alerts.outbox.Subject;

/// The short number by which people name an incident.
public record IncidentNumber(long value) {
    private static final Pattern CARD = Pattern.compile("incident:[0-9]+(:note:[0-9]+)?");

    /// Whether the outbox calls a message about an incident so.
    public static boolean isCard(Subject subject) {
        return CARD.matcher(subject.value()).matches();
    }

    /// What the outbox calls the incident's card.
    public Subject card() {
        return new Subject("incident:" + value);
    }

    /// What the outbox calls the incident's further messages.
    ///
    /// @param ordinal 1 for the first one to a chat
    public Subject note(int ordinal) {
        return new Subject("incident:%d:note:%d".formatted(value, ordinal));
    }
}
