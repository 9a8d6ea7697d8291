package pikett.alerts.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern FORM = Pattern.compile(SUBJECT + "(.+):([0-9]{1,18})(?::note)?");

    /// How long a person who is awake needs no sound.
    public static final Duration AWAKE = Duration.ofMinutes(30);

    /// A person is awake.
    public record Awake(String by, Instant until) {}

    /// Whether the outbox calls a message about a storm so.
    public static boolean isCard(Subject subject) {
        return subject.value().startsWith(SUBJECT);
    }

    /// Which storm a message is about.
    public record Key(String chat, Instant beganAt) {}

    /// The storm that a message is about; empty when it is about none.
    public static Optional<Key> of(Subject subject) {
        Matcher form = FORM.matcher(subject.value());
        return form.matches()
                ? Optional.of(
                        new Key(form.group(1), Instant.ofEpochMilli(Long.parseLong(form.group(2)))))
                : Optional.empty();
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
