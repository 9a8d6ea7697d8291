package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.bot.command.ShownMessages;

/// Knows a message from the moment on that a person can see it: Telegram shows it shortly before its id is
/// written down here, and a quick thumb presses a button in between.
final class SettledMessages implements ShownMessages {
    /// A message that is not known by then is not ours, or too old.
    static final Duration KNOWN_WITHIN = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final ShownMessages written;
    private final Ground ground;

    SettledMessages(ShownMessages written, Ground ground) {
        this.written = written;
        this.ground = ground;
    }

    @Override
    public Optional<Subject> subjectOf(Destination destination, String messageId) {
        Instant deadline = ground.clock().instant().plus(KNOWN_WITHIN);
        try {
            while (true) {
                Optional<Subject> known = written.subjectOf(destination, messageId);
                if (known.isPresent() || !ground.clock().instant().isBefore(deadline)) {
                    return known;
                }
                ground.pause().pause(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
