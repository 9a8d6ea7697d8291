package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.label.Labels;
import pikett.alerts.mute.Dependencies;
import pikett.alerts.outbox.Destination;
import pikett.alerts.storm.Storm;
import pikett.alerts.storm.StormFacts;
import pikett.alerts.storm.StormIncident;
import pikett.bot.card.Card;
import pikett.bot.language.Phrases;
import pikett.config.Language;
import pikett.config.Severity;

/// The card of a storm, and who is awake.
final class StormCardTest {
    private static final Instant BEGAN = Facts.NOW.minus(Duration.ofMinutes(3));
    private static final Storm.Awake ANNA =
            new Storm.Awake("anna", Facts.NOW.plus(Duration.ofMinutes(27)));

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordForWord(Language language) {
        Room room = room(language, Facts.NOW);
        shown("storm", language, StormCard.of(room, storm(Optional.empty(), false), facts()));
        shown(
                "storm-awake",
                language,
                StormCard.of(room, storm(Optional.of(ANNA), false), facts()));
        shown("storm-quiet", language, StormCard.awake(room, ANNA.until()));
        shown("storm-none", language, StormCard.noStorm(room.phrases()));
    }

    @Test
    void it_can_be_pressed_while_there_is_a_sound_to_turn_off() {
        Room now = room(Language.EN, Facts.NOW);
        assertThat(StormCard.of(now, storm(Optional.empty(), false), facts()).rows()).hasSize(1);
        assertThat(StormCard.of(now, storm(Optional.empty(), true), facts()).rows()).isEmpty();
        assertThat(StormCard.of(now, storm(Optional.of(ANNA), false), facts()).rows()).isEmpty();
        Card later =
                StormCard.of(
                        room(Language.EN, ANNA.until()), storm(Optional.of(ANNA), false), facts());
        assertThat(later.rows()).hasSize(1);
        assertThat(later.text().text()).doesNotContain("anna");
    }

    private static void shown(String name, Language language, Card card) {
        Golden.assertShown(name + "." + language.name().toLowerCase(Locale.ROOT), card);
    }

    private static Room room(Language language, Instant now) {
        return new Room(Phrases.in(language), ZoneId.of("Europe/Berlin"), now);
    }

    private static Storm storm(Optional<Storm.Awake> awake, boolean over) {
        return new Storm(
                "ops",
                new Destination("telegram", "-1001"),
                BEGAN,
                BEGAN,
                true,
                over ? Optional.of(Facts.NOW) : Optional.empty(),
                awake);
    }

    private static StormFacts facts() {
        return StormFacts.of(
                IntStream.rangeClosed(1, 9)
                        .mapToObj(number ->
                                new StormIncident(
                                        new IncidentNumber(number),
                                        number % 3 == 0 ? Severity.WARNING : Severity.CRITICAL,
                                        Labels.of(
                                                Map.of(
                                                        Labels.ALERT_NAME, "ServiceDown",
                                                        Labels.SERVICE,
                                                                Facts.HOSTILE.get(number % 4),
                                                        Labels.HOST, "prod-1")),
                                        BEGAN.plusSeconds(number),
                                        number == 9))
                        .toList(),
                new Dependencies(Map.of("api", List.of())));
    }
}
