package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.history.Slot;
import pikett.alerts.history.Trend;
import pikett.alerts.incident.Changes;
import pikett.alerts.incident.GroupKey;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.incident.Incidents;
import pikett.alerts.incident.Memory;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.Taken;
import pikett.alerts.incident.Telling;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.label.Labels;
import pikett.alerts.mute.Mute;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.reading.Value;
import pikett.alerts.rule.Because;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardChecks;
import pikett.bot.card.CardLimits;
import pikett.bot.evidence.FoldedLine;
import pikett.bot.evidence.ProcessFacts;
import pikett.bot.language.Phrases;
import pikett.config.Language;
import pikett.config.Severity;

/// The card of an incident, word for word, and in a hostile world.
final class IncidentCardTest {
    private static final Destination OPS = new Destination("telegram", "-1");
    private static final Destination OTHER = new Destination("telegram", "-2");
    private static final Surroundings AROUND =
            new Surroundings(
                    OPS,
                    services(),
                    Optional.of(
                            new Suggestion(
                                    "api-again",
                                    Map.of(
                                            Language.EN, "Bring the API back",
                                            Language.DE, "API zurückholen"))),
                    Optional.empty(),
                    List.of(),
                    List.of());
    private static final UnaryOperator<String> PLAIN = UnaryOperator.identity();
    private static final Instant BEGAN = Facts.NOW.minusSeconds(240);

    private static final List<Earlier> EARLIER =
            List.of(
                    new Earlier.Over(
                            BEGAN.minusSeconds(300),
                            new IncidentNumber(40),
                            Labels.of(
                                    Map.of(
                                            Labels.ALERT_NAME, "MemoryHigh",
                                            Labels.HOST, "prod-1"))),
                    new Earlier.Restart(
                            BEGAN.minusSeconds(60),
                            "anna",
                            "ai-admin-api",
                            Earlier.Outcome.SUCCEEDED),
                    new Earlier.Opened(
                            BEGAN.minusSeconds(180),
                            new IncidentNumber(41),
                            Labels.of(
                                    Map.of(
                                            Labels.ALERT_NAME, "DiskFull",
                                            Labels.MOUNT, "/var",
                                            Labels.HOST, "prod-1"))),
                    new Earlier.Runbook(
                            BEGAN.minusSeconds(1200),
                            "lena",
                            "clean",
                            Map.of(
                                    Language.EN, "Clean up",
                                    Language.DE, "Aufräumen"),
                            Earlier.Outcome.FAILED),
                    new Earlier.Restart(
                            BEGAN.minusSeconds(1300), "lena", "api", Earlier.Outcome.GOES_ON),
                    new Earlier.Restart(
                            BEGAN.minusSeconds(1400), "lena", "web", Earlier.Outcome.UNKNOWN));

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordForWord(Language language) {
        IncidentFacts open =
                facts(IncidentState.OPEN, List.of(alert("ai-admin-api", "prod-1", Status.FIRING)));
        shown("incident", language, open);
        shown(
                "incident-taken",
                language,
                facts(
                        IncidentState.TAKEN,
                        List.of(alert("ai-admin-api", "prod-1", Status.FIRING))));
        shown(
                "incident-resolved",
                language,
                facts(
                        IncidentState.RESOLVED,
                        List.of(alert("ai-admin-api", "prod-1", Status.RESOLVED))));
        shown(
                "incident-hostile",
                language,
                facts(
                        IncidentState.OPEN,
                        Facts.HOSTILE.stream()
                                .map(name -> alert(name, name, Status.FIRING))
                                .toList()));
    }

    @Test
    void theHoursOfAnotherChatHideNothingHere() {
        Mute window = new Mute.ByWindow("night", Facts.NOW.plusSeconds(60));
        Mute silence = new Mute.BySilence(new SilenceId(1), "anna", Facts.NOW.plusSeconds(60), "");
        assertThat(shownTo(OPS, telling(OPS), telling(OTHER, window))).doesNotContain("🔕");
        assertThat(shownTo(OTHER, telling(OPS), telling(OTHER, window))).contains("🔕 partly");
        assertThat(shownTo(OPS, telling(OPS), telling(OTHER, silence)))
                .contains("🔕 hidden by anna");
    }

    private static Set<String> services() {
        Set<String> names = new HashSet<>(Facts.HOSTILE);
        names.add("ai-admin-api");
        return names;
    }

    /// T21. A name that somebody else made up, or one that is only the beginning of another.
    @ParameterizedTest
    @ValueSource(strings = {"ai-admin-ap", "AI-admin-api", "ai-admin-api prod-1", "a\" all \"b"})
    void whatOthersCallAServiceIsNoCommand(String name) {
        Card card =
                IncidentCard.of(
                        room(Language.EN),
                        facts(IncidentState.OPEN, List.of(alert(name, "prod-1", Status.FIRING))),
                        AROUND,
                        PLAIN);
        assertThat(card.rows().stream().flatMap(List::stream).map(Button::label))
                .containsExactly("✋ Take", "🧰 Bring the API back", "🔕 Silence", "❓ Why");
    }

    @Test
    void whatHasNoServiceIsNeitherRestartedNorHasItALog() {
        Alert queue =
                alert(
                        Labels.of(
                                Map.of(
                                        Labels.ALERT_NAME, "QueueDeep",
                                        Labels.QUEUE, "messages",
                                        Labels.HOST, "prod-1")),
                        Status.FIRING,
                        pikett.alerts.alert.Facts.NONE);
        Card card =
                IncidentCard.of(
                        room(Language.EN),
                        facts(IncidentState.OPEN, List.of(queue)),
                        AROUND,
                        PLAIN);
        assertThat(card.rows().stream().flatMap(List::stream).map(Button::label))
                .containsExactly("✋ Take", "🧰 Bring the API back", "🔕 Silence", "❓ Why");
    }

    @Test
    void whatIsOverStillSaysWhatItWas() {
        pikett.alerts.alert.Facts seen =
                new Because(
                                List.of(
                                        new Because.Told(
                                                "waiting",
                                                new Value.Quantity(162),
                                                Because.Unit.PLAIN,
                                                Optional.of("> 100"))))
                        .facts();
        Labels labels = Labels.of(Map.of(Labels.ALERT_NAME, "QueueDeep", Labels.QUEUE, "messages"));
        Alert firing = alert(labels, Status.FIRING, seen);
        Alert over = firing.merge(alert(labels, Status.RESOLVED, pikett.alerts.alert.Facts.NONE));
        assertThat(shown(facts(IncidentState.OPEN, List.of(firing)), AROUND))
                .contains("\nwaiting 162 > 100\n");
        assertThat(shown(facts(IncidentState.RESOLVED, List.of(over)), AROUND))
                .contains("\nwas: waiting 162 > 100\n");
    }

    @Test
    void aQueueSaysHowManyWaitedLately() {
        List<Slot> slots =
                IntStream.range(0, WaitingPast.SLOTS)
                        .mapToObj(i ->
                                new Slot(
                                        Facts.NOW.minusSeconds(60L * (WaitingPast.SLOTS - i)),
                                        OptionalDouble.of(i)))
                        .toList();
        Surroundings around =
                new Surroundings(
                        OPS,
                        Set.of(),
                        Optional.empty(),
                        Optional.of(
                                new WaitingPast(
                                        slots,
                                        Optional.of(new Trend(Trend.Heading.RISING, 4, 162)))),
                        List.of(),
                        List.of());
        List<Alert> alerts = List.of(alert("api", "prod-1", Status.FIRING));
        assertThat(shown(facts(IncidentState.OPEN, alerts), around)).contains("▁", "█", "4");
        assertThat(shown(facts(IncidentState.RESOLVED, alerts), around)).doesNotContain("█");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatChangedBeforeIsToldTheLatestFirst(Language language) {
        IncidentFacts facts =
                facts(IncidentState.OPEN, List.of(alert("ai-admin-api", "prod-1", Status.FIRING)));
        Golden.assertShown(
                "incident-before." + language.name().toLowerCase(Locale.ROOT),
                IncidentCard.of(room(language), facts, earlier(EARLIER), PLAIN));
        Golden.assertShown(
                "incident-before-runs." + language.name().toLowerCase(Locale.ROOT),
                IncidentCard.of(room(language), facts, earlier(EARLIER.subList(3, 6)), PLAIN));
    }

    private static Surroundings earlier(List<Earlier> earlier) {
        return new Surroundings(
                OPS, services(), AROUND.runbook(), Optional.empty(), earlier, List.of());
    }

    private static String shown(IncidentFacts facts, Surroundings around) {
        return IncidentCard.of(room(Language.EN), facts, around, PLAIN).text().text();
    }

    private static String shownTo(Destination at, Telling... tellings) {
        IncidentFacts plain =
                facts(IncidentState.OPEN, List.of(alert("api", "prod-1", Status.FIRING)));
        Incidents.Story story =
                new Incidents.Story(
                        plain.story().incident(),
                        plain.story().alerts(),
                        List.of(tellings),
                        List.of());
        IncidentFacts facts = new IncidentFacts(story, plain.memory());
        return IncidentCard.of(
                        room(Language.EN),
                        facts,
                        new Surroundings(
                                at,
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of()),
                        PLAIN)
                .text()
                .text();
    }

    private static Telling telling(Destination to, Mute... hiding) {
        return new Telling(
                to.address(),
                to,
                Optional.of(BEGAN),
                Optional.of(BEGAN),
                true,
                Severity.CRITICAL,
                0,
                0,
                Optional.empty(),
                new Reason.First("all"),
                List.of(hiding));
    }

    @RepeatedTest(50)
    void itAlwaysFits(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        List<Alert> alerts = new ArrayList<>();
        for (int i = random.nextInt(60); i >= 0; i--) {
            String name = Facts.HOSTILE.get(random.nextInt(Facts.HOSTILE.size()));
            alerts.add(alert(name, name, Status.FIRING));
        }
        IncidentFacts facts = facts(IncidentState.TAKEN, alerts);
        Surroundings around = earlier(hostile(random));
        List<Language> languages = List.of(Language.values());
        Language language = languages.get(random.nextInt(languages.size()));
        CardChecks.assertFits(
                CardLimits.fit(
                        IncidentCard.of(room(language), facts, around, PLAIN), "incident.txt"));
        CardChecks.assertFits(
                CardLimits.fit(AlertsCard.of(room(language), List.of(facts, facts), 2), "a.txt"));
        CardChecks.assertFits(
                CardLimits.fit(
                        WhyCard.of(room(language), facts, List.of(), List.of(), PLAIN), "why.txt"));
    }

    private static List<Earlier> hostile(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .<Earlier>mapToObj(i -> {
                    String name = Facts.HOSTILE.get(random.nextInt(Facts.HOSTILE.size()));
                    return random.nextBoolean()
                            ? new Earlier.Runbook(
                                    BEGAN.minusSeconds(i),
                                    name,
                                    name,
                                    Map.of(Language.EN, name.repeat(20)),
                                    Earlier.Outcome.UNKNOWN)
                            : new Earlier.Over(
                                    BEGAN.minusSeconds(i),
                                    new IncidentNumber(i + 1),
                                    Labels.of(Map.of(Labels.ALERT_NAME, name, "x", name)));
                })
                .toList();
    }

    private static void shown(String name, Language language, IncidentFacts facts) {
        Golden.assertShown(
                name + "." + language.name().toLowerCase(Locale.ROOT),
                IncidentCard.of(room(language), facts, AROUND, PLAIN));
    }

    private static Room room(Language language) {
        return new Room(Phrases.in(language), ZoneId.of("Europe/Berlin"), Facts.NOW);
    }

    private static Alert alert(String service, String host, Status status) {
        Map<Language, String> reason =
                Map.of(Language.EN, "16 restarts", Language.DE, "16 Neustarts", Language.RU, "16");
        ProcessFacts seen =
                new ProcessFacts(
                        reason,
                        Map.of(Language.EN, "exit 1"),
                        IntStream.range(0, 5)
                                .mapToObj(
                                        i -> new FoldedLine("TypeError: " + service + i, 16, true))
                                .toList());
        Labels labels =
                Labels.of(
                        Map.of(
                                Labels.ALERT_NAME, "RestartLoop",
                                Labels.SERVICE, service,
                                Labels.HOST, host));
        return alert(labels, status, seen.facts());
    }

    private static Alert alert(Labels labels, Status status, pikett.alerts.alert.Facts facts) {
        return Alert.of(
                new Report("check", labels, status, Severity.CRITICAL, BEGAN, Facts.NOW, facts));
    }

    private static IncidentFacts facts(IncidentState state, List<Alert> alerts) {
        boolean over = state == IncidentState.RESOLVED;
        boolean taken = state != IncidentState.OPEN;
        Incident incident =
                new Incident(
                        new IncidentNumber(42),
                        new GroupKey(Labels.of(Map.of(Labels.SERVICE, "ai-admin-api"))),
                        state,
                        Severity.CRITICAL,
                        Severity.CRITICAL,
                        over ? 0 : alerts.size(),
                        BEGAN,
                        taken ? Optional.of(new Taken("anna", BEGAN)) : Optional.empty(),
                        over ? Optional.of(Facts.NOW) : Optional.empty(),
                        Changes.NONE);
        List<TimelineEntry> timeline =
                taken
                        ? List.of(
                                new TimelineEntry(
                                        BEGAN, TimelineEntry.Kind.ACTED, "anna", "restart api"))
                        : List.of();
        Memory.Last last =
                new Memory.Last(
                        new IncidentNumber(7),
                        Optional.of(new Memory.Fix("anna", "restart api", Duration.ofMinutes(4))),
                        Duration.ofMinutes(9));
        return new IncidentFacts(
                new Incidents.Story(incident, alerts, List.of(), timeline),
                new Memory(3, taken ? Optional.empty() : Optional.of(last)));
    }
}
