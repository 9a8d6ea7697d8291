package pikett.alerts.incident;

import java.util.Arrays;
import java.util.Optional;
import pikett.alerts.outbox.Content;

/// What a message of alerting is. Its payload names what it is about; the words are made when it leaves.
public enum MessageKind {
    /// The card of an incident; payload `{"n":42}`.
    INCIDENT("incident"),
    /// A further message about an incident, for its sound; payload `{"n":42,"why":"REPEATED"}`.
    INCIDENT_NOTE("incident-note"),
    /// A silence ends soon or has ended by itself; payload `{"id":7,"what":"ENDS_SOON"}`.
    SILENCE("silence"),
    /// What a mute window held back, when it ends; payload `{"until":1795244400000,"incidents":[1,2]}`.
    HELD_BACK("held-back"),
    /// Nothing arrives in a chat; payload `{"chat":"ops","reason":"kicked","since":1795226400000}`.
    ROUTE_BROKEN("route-broken"),
    /// The card of a storm; payload `{"chat":"ops","began":1795226400000}`.
    STORM("storm"),
    /// A further message about a storm, for its sound; payload as that of its card.
    STORM_NOTE("storm-note");

    private final String word;

    MessageKind(String word) {
        this.word = word;
    }

    /// Empty for a message of somebody else.
    public static Optional<MessageKind> of(Content content) {
        return Arrays.stream(values()).filter(kind -> kind.is(content)).findFirst();
    }

    public boolean is(Content content) {
        return content.kind().equals(word);
    }

    /// A message of this kind, as the outbox takes it.
    public Content content(String payload) {
        return new Content(word, payload);
    }
}
