package pikett.alerts.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;

/// One card in place of many, in one chat.
///
/// @param chat its name
/// @param arrivedAt when an incident last came to it
/// @param rang whether it made a sound
/// @param endedAt when individual cards were possible again
/// @param awake who fights, so that nothing makes a sound in the chat
public record Storm(
        String chat,
        Destination to,
        Instant beganAt,
        Instant arrivedAt,
        boolean rang,
        Optional<Instant> endedAt,
        Optional<Awake> awake) {
    private static final String SUBJECT = "storm:";

    /// How long a person who is awake needs no sound.
    public static final Duration AWAKE = Duration.ofMinutes(30);

    /// A person is awake.
    public record Awake(String by, Instant until) {}

    /// Whether the outbox calls a message about a storm so.
    public static boolean isCard(Subject subject) {
        return subject.value().startsWith(SUBJECT);
    }

    /// What the outbox calls its card.
    public Subject card() {
        return new Subject("%s%s:%d".formatted(SUBJECT, chat, beganAt.toEpochMilli()));
    }

    /// What the outbox calls the message that makes the sound, when the card could not.
    public Subject note() {
        return new Subject(card().value() + ":note");
    }
}
