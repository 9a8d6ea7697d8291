package pikett.alerts.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;

/// What the messages about a storm are called, and how it is told again from the name which one it is.
final class StormTest {
    private static final Instant BEGAN = Instant.parse("2026-11-21T02:00:00.123Z");
    private static final Storm STORM =
            new Storm(
                    "ops:night",
                    new Destination("telegram", "-1001"),
                    BEGAN,
                    BEGAN,
                    false,
                    Optional.empty(),
                    Optional.empty());

    @Test
    void its_card_and_its_note_are_two_messages_about_the_same_storm() {
        Storm.Key key = new Storm.Key("ops:night", BEGAN);

        assertThat(STORM.card()).isNotEqualTo(STORM.note());
        assertThat(Storm.of(STORM.card())).contains(key);
        assertThat(Storm.of(STORM.note())).contains(key);
        assertThat(Storm.isCard(STORM.card())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident:7", "answer:storm:1", "storm:ops", "storm:ops:x", "storm::1"})
    void other_messages_are_about_none(String subject) {
        assertThat(Storm.of(new Subject(subject))).isEmpty();
        assertThat(Storm.isCard(new Subject("incident:7"))).isFalse();
    }
}
