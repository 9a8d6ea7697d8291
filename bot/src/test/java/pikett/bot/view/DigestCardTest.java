package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.alerts.digest.DigestFacts;
import pikett.alerts.digest.Happened;
import pikett.alerts.digest.Noise;
import pikett.alerts.digest.Outlook;
import pikett.alerts.digest.Period;
import pikett.alerts.incident.Changes;
import pikett.alerts.incident.GroupKey;
import pikett.alerts.incident.Headline;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.incident.Taken;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Silence;
import pikett.alerts.mute.SilenceId;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview.BrokenDestination;
import pikett.alerts.outbox.OutboxOverview.DeadDelivery;
import pikett.alerts.outbox.OutboxOverview.GivenUp;
import pikett.alerts.outbox.Subject;
import pikett.bot.card.Card;
import pikett.bot.card.CardChecks;
import pikett.bot.card.CardLimits;
import pikett.bot.language.Phrases;
import pikett.config.Language;
import pikett.config.Severity;

/// A digest, word for word, and on the worst day there can be.
final class DigestCardTest {
    private static final Period DAY = Period.upTo(Facts.NOW, Duration.ofHours(24));
    private static final Destination OPS = new Destination("telegram", "-1001");

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordForWord(Language language) {
        Room room = room(language);
        shown("digest", language, DigestCard.of(room, busy("ai-admin-api", 3, 1)));
        shown("digest-quiet", language, DigestCard.of(room, quiet(List.of(), Outlook.NONE)));
        DigestFacts silenced = quiet(List.of(silence(1, "api")), Outlook.NONE);
        shown("digest-silenced", language, DigestCard.of(room, silenced));
        DigestFacts worse = quiet(List.of(), outlook("ai-admin-api", 3));
        shown("digest-outlook", language, DigestCard.of(room, worse));
        shown("digest-outlook-details", language, DigestDetails.of(room, worse, _ -> "ops"));
        shown(
                "digest-details",
                language,
                DigestDetails.of(room, busy("ai-admin-api", 14, 4), _ -> "ops"));
        shown("digest-how", language, DigestCard.how(room.phrases()));
    }

    @Test
    void a_quiet_day_is_one_line_without_a_button() {
        Card card = DigestCard.of(room(Language.EN), quiet(List.of(), Outlook.NONE));
        assertThat(card.text().text()).isEqualTo("🟢 All quiet for 24 h");
        assertThat(card.rows()).isEmpty();
    }

    @Test
    void what_comes_late_says_until_when_in_the_zone_of_the_chat() {
        Room later =
                new Room(
                        Phrases.in(Language.EN),
                        ZoneId.of("Europe/Berlin"),
                        Facts.NOW.plus(Duration.ofHours(3)));
        assertThat(DigestCard.of(later, quiet(List.of(), Outlook.NONE)).text().text())
                .isEqualTo("🟢 All quiet · 24 h to 14:07");
        assertThat(DigestCard.of(later, busy("api", 1, 1)).text().text())
                .startsWith("📋 Digest · 24 h to 14:07\n");
    }

    @Test
    void a_quiet_day_on_which_something_becomes_worse_has_details() {
        Outlook queue =
                new Outlook(List.of(), List.of(new Outlook.Growing("mails", 20, 162)), List.of());
        Card card = DigestCard.of(room(Language.EN), quiet(List.of(), queue));
        assertThat(card.text().text()).isEqualTo("🟢 All quiet for 24 h\n↗️ mails 20 → 162");
        assertThat(card.rows()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_worst_day_fits_one_screen_and_one_message(Language language) {
        Room room = room(language);
        for (String name : Facts.HOSTILE) {
            DigestFacts worst = busy(name, 1000, 40);
            Card card = DigestCard.of(room, worst);
            assertOnOneScreen(card);
            assertOnOneScreen(DigestCard.of(room, quiet(List.of(), outlook(name, 40))));
            Card details = DigestDetails.of(room, worst, _ -> name.repeat(20));
            assertThat(details.text().text().length()).isLessThanOrEqualTo(CardLimits.TEXT);
            CardChecks.assertFits(card);
            CardChecks.assertFits(details);
        }
    }

    /// Lines of names may be a little longer than a line of a phone; all others are not.
    private static void assertOnOneScreen(Card card) {
        List<String> lines = card.text().text().lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(DigestCard.LINES);
        assertThat(lines).allMatch(line -> units(line) <= (line.contains("#") ? 66 : 38));
        assertThat(lines.stream().filter(line -> units(line) > DigestCard.WIDTH))
                .hasSizeLessThanOrEqualTo(4);
    }

    /// Without the marks around what reads from right to left.
    private static int units(String line) {
        return line.replaceAll("[\\u2068\\u2069]", "").length();
    }

    @Test
    void the_buttons_ask_for_the_same_period() {
        String seconds = DAY.from().getEpochSecond() + " " + DAY.until().getEpochSecond();
        assertThat(DigestCard.of(room(Language.EN), busy("api", 1, 1)).rows().toString())
                .contains("digest --of " + seconds + " --details");
        assertThat(
                        DigestDetails.of(room(Language.EN), busy("api", 1, 1), _ -> "ops")
                                .rows()
                                .toString())
                .contains("digest --of " + seconds + "]");
    }

    private static void shown(String name, Language language, Card card) {
        Golden.assertShown(name + "." + language.name().toLowerCase(Locale.ROOT), card);
    }

    private static Room room(Language language) {
        return new Room(Phrases.in(language), ZoneId.of("Europe/Berlin"), Facts.NOW);
    }

    private static DigestFacts quiet(List<Silence> silences, Outlook outlook) {
        return new DigestFacts(
                DAY,
                List.of(),
                new Happened(0, 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                List.of(),
                silences,
                new GivenUp(0, List.of()),
                List.of(),
                outlook);
    }

    /// @param incidents how many go on and happened
    /// @param others how many there are of all else
    private static DigestFacts busy(String name, int incidents, int others) {
        List<Headline> open =
                IntStream.rangeClosed(1, incidents).mapToObj(i -> headline(i, name)).toList();
        return new DigestFacts(
                DAY,
                open,
                new Happened(
                        incidents,
                        incidents,
                        others,
                        others,
                        Optional.of(
                                new Happened.Longest(
                                        new IncidentNumber(incidents), Duration.ofMinutes(1399))),
                        Optional.of(Duration.ofMinutes(754)),
                        Optional.of(Duration.ofMinutes(1391))),
                Optional.of(open.getLast()),
                IntStream.range(0, Math.min(others, 5))
                        .mapToObj(i -> new Noise(group(name), incidents, 9 + i))
                        .toList(),
                IntStream.rangeClosed(1, others).mapToObj(i -> silence(i, name)).toList(),
                new GivenUp(
                        others,
                        IntStream.range(0, Math.min(others, 5))
                                .mapToObj(i -> dead(i, name))
                                .toList()),
                IntStream.range(0, others)
                        .mapToObj(_ -> new BrokenDestination(OPS, "kicked " + name, Facts.NOW))
                        .toList(),
                outlook(name, others));
    }

    /// @param many how many certificates, each a week later, how many queues and how many services
    private static Outlook outlook(String name, int many) {
        return new Outlook(
                IntStream.range(0, many)
                        .mapToObj(week ->
                                new Outlook.Expiring(
                                        name, Facts.NOW.plus(Duration.ofDays(7L * week))))
                        .toList(),
                Collections.nCopies(many, new Outlook.Growing(name, 20, 10_000)),
                Collections.nCopies(many, new Outlook.Restarted(name, 1000, 1)));
    }

    private static Headline headline(int number, String name) {
        Instant began = Facts.NOW.minus(Duration.ofHours(number % 100));
        boolean taken = number % 3 == 2;
        return new Headline(
                new Incident(
                        new IncidentNumber(number),
                        group(name),
                        taken ? IncidentState.TAKEN : IncidentState.OPEN,
                        number == 1 ? Severity.CRITICAL : Severity.WARNING,
                        Severity.CRITICAL,
                        1,
                        began,
                        taken ? Optional.of(new Taken(name, began)) : Optional.empty(),
                        Optional.empty(),
                        Changes.NONE),
                Labels.of(Map.of(Labels.ALERT_NAME, "RestartLoop", Labels.SERVICE, name)));
    }

    private static GroupKey group(String name) {
        return new GroupKey(Labels.of(Map.of(Labels.SERVICE, name, Labels.HOST, "prod-1")));
    }

    private static Silence silence(int number, String name) {
        return new Silence(
                new SilenceId(number),
                Matchers.of(Matcher.equal(Labels.SERVICE, name)),
                Facts.NOW.minusSeconds(60),
                Facts.NOW.plus(Duration.ofHours(5)),
                true,
                name,
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static DeadDelivery dead(int number, String name) {
        return new DeadDelivery(
                new DeliveryId(number),
                OPS,
                new Subject("incident:" + number),
                "chat not found " + name,
                Facts.NOW.minus(Duration.ofHours(3)));
    }
}
