package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.adapters.local.LocalShell;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;

class SettledMessagesTest {
    private static final Subject ANSWER = new Subject("answer:1");
    private static final Destination CHAT = new Destination("telegram", "601999");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T14:03:00Z");
    private final Ground ground = new Ground(() -> now, new LocalShell(), this::pause, Map.of());

    private void pause(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    @Test
    void aPressOnAMessageThatIsNotYetWrittenDownFindsIt() {
        SettledMessages messages =
                new SettledMessages(
                        (_, id) ->
                                id.equals("7") && pauses.size() >= 3
                                        ? Optional.of(ANSWER)
                                        : Optional.empty(),
                        ground);

        assertThat(messages.subjectOf(CHAT, "7")).contains(ANSWER);
        assertThat(pauses).hasSize(3);
    }

    @Test
    void aKnownMessageIsNotWaitedFor() {
        SettledMessages messages = new SettledMessages((_, _) -> Optional.of(ANSWER), ground);

        assertThat(messages.subjectOf(CHAT, "7")).contains(ANSWER);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aMessageThatIsNotOursIsGivenUp() {
        Instant start = now;
        SettledMessages messages = new SettledMessages((_, _) -> Optional.empty(), ground);

        assertThat(messages.subjectOf(CHAT, "7")).isEmpty();
        assertThat(Duration.between(start, now)).isEqualTo(SettledMessages.KNOWN_WITHIN);
    }
}
