package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.Changes;
import pikett.alerts.incident.GroupKey;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.incident.Incidents;
import pikett.alerts.incident.Memory;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.Said;
import pikett.alerts.incident.Telling;
import pikett.alerts.label.Labels;
import pikett.alerts.mute.Mute;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview.Addressed;
import pikett.alerts.outbox.OutboxOverview.Standing;
import pikett.alerts.reading.Value;
import pikett.alerts.rule.Because;
import pikett.bot.card.Card;
import pikett.bot.language.Phrases;
import pikett.config.Language;
import pikett.config.Severity;

/// Why somebody was told or not, word for word.
final class WhyCardTest {
    private static final String SECRET = "hunter2-hunter2";
    private static final Instant BEGAN = Facts.NOW.minusSeconds(240);
    private static final Destination OPS = new Destination("telegram", "-1");
    private static final Destination NIGHT = new Destination("telegram", "-2");
    private static final Destination LOST = new Destination("telegram", "-3");

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordForWord(Language language) {
        Golden.assertShown("why." + language.name().toLowerCase(Locale.ROOT), card(language));
    }

    @Test
    void noSecretIsShownNotEvenHalfOfOne() {
        Alert alert =
                alert(
                        Labels.of(
                                Map.of(
                                        Labels.ALERT_NAME,
                                        "CheckFailing",
                                        "dsn",
                                        "x".repeat(48) + SECRET)),
                        new Because.Told(
                                "stdout",
                                new Value.Text("y".repeat(190) + SECRET),
                                Because.Unit.PLAIN,
                                Optional.of("!= ok")));
        String shown =
                WhyCard.of(
                                room(Language.EN),
                                facts(List.of(alert), List.of(telling("lost", LOST))),
                                List.of(),
                                List.of(
                                        delivery(
                                                LOST,
                                                DeliveryState.DEAD,
                                                Optional.of("z".repeat(112) + SECRET))),
                                WhyCardTest::redacted)
                        .text()
                        .text();
        assertThat(shown).contains("dsn=xxx", "stdout yyy", "zzz").doesNotContain("hunter");
    }

    private static Card card(Language language) {
        Labels api =
                Labels.of(
                        Map.of(
                                Labels.ALERT_NAME, "ServiceDown",
                                Labels.SERVICE, "api",
                                Labels.HOST, "prod-1"));
        List<Alert> alerts =
                List.of(
                        alert(
                                api,
                                new Because.Told(
                                        "failed",
                                        new Value.Flag(true),
                                        Because.Unit.PLAIN,
                                        Optional.empty())),
                        alert(
                                api.with(Labels.ALERT_NAME, "HealthFailing"),
                                new Because.Told(
                                        "status",
                                        new Value.Quantity(502),
                                        Because.Unit.PLAIN,
                                        Optional.of(">= 500"))));
        List<Telling> tellings =
                List.of(telling("ops", OPS), telling("night", NIGHT), telling("lost", LOST));
        List<Said> reasons =
                List.of(
                        new Said(BEGAN, "ops", new Reason.First("all")),
                        new Said(
                                BEGAN,
                                "night",
                                new Reason.Hidden(List.of(new Mute.ByWindow("night", Facts.NOW)))),
                        new Said(BEGAN, "lost", new Reason.First("all")));
        List<Addressed> deliveries =
                List.of(
                        delivery(OPS, DeliveryState.SENT, Optional.empty()),
                        delivery(OPS, DeliveryState.SENT, Optional.empty()),
                        delivery(OPS, DeliveryState.QUEUED, Optional.of("429 Too Many Requests")),
                        delivery(LOST, DeliveryState.DEAD, Optional.of("403 Forbidden")));
        return WhyCard.of(
                room(language),
                facts(alerts, tellings),
                reasons,
                deliveries,
                WhyCardTest::redacted);
    }

    private static String redacted(String text) {
        return text.replace(SECRET, "•••");
    }

    private static Room room(Language language) {
        return new Room(Phrases.in(language), ZoneId.of("Europe/Berlin"), Facts.NOW);
    }

    private static Addressed delivery(
            Destination to, DeliveryState state, Optional<String> reason) {
        return new Addressed(
                to, new Standing(state, BEGAN, BEGAN.plusSeconds(60), Optional.empty(), reason));
    }

    private static Alert alert(Labels labels, Because.Told told) {
        return Alert.of(
                new Report(
                        "service:api",
                        labels,
                        Status.FIRING,
                        Severity.CRITICAL,
                        BEGAN,
                        Facts.NOW,
                        new Because(List.of(told)).facts()));
    }

    private static Telling telling(String chat, Destination to) {
        return new Telling(
                chat,
                to,
                Optional.of(BEGAN),
                Optional.of(BEGAN),
                true,
                Severity.CRITICAL,
                0,
                0,
                Optional.empty(),
                new Reason.First("all"),
                List.of());
    }

    private static IncidentFacts facts(List<Alert> alerts, List<Telling> tellings) {
        Incident incident =
                new Incident(
                        new IncidentNumber(42),
                        new GroupKey(
                                Labels.of(Map.of(Labels.SERVICE, "api", Labels.HOST, "prod-1"))),
                        IncidentState.OPEN,
                        Severity.CRITICAL,
                        Severity.CRITICAL,
                        alerts.size(),
                        BEGAN,
                        Optional.empty(),
                        Optional.empty(),
                        Changes.NONE);
        return new IncidentFacts(
                new Incidents.Story(incident, alerts, tellings, List.of()),
                new Memory(1, Optional.empty()));
    }
}
