package pikett.alerts.incident;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.alerts.outbox.Subject;

/// The short number by which people name an incident.
public record IncidentNumber(long value) implements Comparable<IncidentNumber> {
    private static final Pattern CARD = Pattern.compile("incident:([0-9]{1,18})(:note:[0-9]+)?");

    /// Whether the outbox calls a message about an incident so.
    public static boolean isCard(Subject subject) {
        return CARD.matcher(subject.value()).matches();
    }

    /// The incident that a message is about; empty when it is about none.
    public static Optional<IncidentNumber> of(Subject subject) {
        Matcher card = CARD.matcher(subject.value());
        return card.matches()
                ? Optional.of(new IncidentNumber(Long.parseLong(card.group(1))))
                : Optional.empty();
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

    @Override
    public int compareTo(IncidentNumber other) {
        return Long.compare(value, other.value);
    }
}
