package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.check.AlertKey;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckState;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Patience;
import pikett.alerts.check.Place;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.check.Unread;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.alerts.scheduler.CheckView;
import pikett.alerts.scheduler.RunFigures;
import pikett.bot.card.Card;
import pikett.bot.card.CardChecks;
import pikett.bot.card.CardLimits;
import pikett.bot.language.Phrases;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.Language;
import pikett.config.Severity;
import pikett.config.condition.Name;

/// What the checks saw last, word for word, and in a hostile world.
final class ChecksCardTest {
    private static final Instant SEEN = Facts.NOW.minusSeconds(40);
    private static final Duration TOOK = Duration.ofMillis(84);
    private static final Patience AT_ONCE = new Patience(Duration.ZERO, Duration.ZERO);
    private static final String SECRET = "hunter2-hunter2";

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordForWord(Language language) {
        String suffix = "." + language.name().toLowerCase(Locale.ROOT);
        Golden.assertShown(
                "checks" + suffix,
                ChecksCard.of(room(language), ChecksCardTest::redacted, checks()));
        Golden.assertShown(
                "checks-named" + suffix,
                ChecksCard.named(room(language), ChecksCardTest::redacted, checks(), "API"));
    }

    @Test
    void theWorstComesFirst() {
        List<String> lines =
                text(ChecksCard.of(english(), ChecksCardTest::redacted, checks())).lines().toList();
        assertThat(lines.subList(1, 6))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("🔴", "🟠", "❔", "❔", "⏳");
    }

    @Test
    void whatDoesNotFitIsCountedAndTheWorstIsThere() {
        List<CheckView> many = new ArrayList<>();
        IntStream.range(0, 400)
                .forEach(i -> many.add(seen("check:site-" + i, Map.of("status", number(200)))));
        many.add(firing(seen("check:zzz", Map.of("status", number(502))), Truth.HOLDS));
        List<String> lines =
                text(ChecksCard.of(english(), ChecksCardTest::redacted, many)).lines().toList();
        assertThat(lines.get(1)).startsWith("🔴 check:zzz  502 · 40 s ago · since ");
        int listed = lines.size() - 2;
        assertThat(lines.getLast())
                .isEqualTo("and " + (401 - listed) + " more checks: /checks NAME");
    }

    @Test
    void noSecretOfAValueIsShownNotEvenHalfOfOne() {
        showsNoSecret(
                seen("check:backup", Map.of("stdout", new Value.Text("x".repeat(108) + SECRET))));
    }

    @Test
    void noSecretOfAReasonIsShownNotEvenHalfOfOne() {
        showsNoSecret(
                view(
                        "check:other",
                        Optional.of(
                                Sighting.unreadable(
                                        new Reading.Unknown(
                                                SEEN, Reason.told("y".repeat(190) + SECRET)),
                                        TOOK))));
    }

    @ParameterizedTest
    @ValueSource(ints = {105, 1185})
    void noSecretOfANameIsShownNotEvenHalfOfOne(int before) {
        Name name = Name.of("disk", "z".repeat(before) + SECRET);
        showsNoSecret(view("check:disk", known(Map.of(name, number(0.5)))));
    }

    private static void showsNoSecret(CheckView view) {
        for (Card card :
                List.of(
                        ChecksCard.of(english(), ChecksCardTest::redacted, List.of(view)),
                        ChecksCard.named(
                                english(), ChecksCardTest::redacted, List.of(view), "check"))) {
            assertThat(text(card)).contains(view.check().id()).doesNotContain("hunter");
        }
    }

    @Test
    void whatFiresAndCannotBeReadSaysBoth() {
        CheckView far =
                view(
                        "host:far",
                        Optional.of(
                                Sighting.unreadable(
                                        new Reading.Unknown(
                                                SEEN,
                                                Reason.of(
                                                        Cause.NO_ROUTE,
                                                        Detail.text("192.0.2.7:22"))),
                                        TOOK)));
        CheckView slow =
                view(
                        "check:slow",
                        Optional.of(
                                Sighting.unread(
                                        SEEN, Duration.ofSeconds(30), Unread.TOOK_TOO_LONG)));
        List<CheckView> checks = List.of(firing(far, Truth.HOLDS), firing(slow, Truth.NOT));
        for (Card card :
                List.of(
                        ChecksCard.of(english(), ChecksCardTest::redacted, checks),
                        ChecksCard.named(english(), ChecksCardTest::redacted, checks, ":"))) {
            assertThat(text(card))
                    .contains(
                            "🔴 host:far  fires since 14:02 · cannot be read: no route to"
                                    + " 192.0.2.7:22 · 40 s ago",
                            "fires since 14:02 · cannot be read: no answer within 30 s · 40 s ago");
        }
    }

    @Test
    void aCheckOfWhichNoConditionIsKnownIsNotGreen() {
        CheckView dark = found("check:dark", unknown("number > 5"), unknown("age > 26h"));
        CheckView half =
                found(
                        "check:half",
                        unknown("number > 5"),
                        new Finding(Labels.NONE, Levels.CLEAR, pikett.alerts.alert.Facts.NONE));
        for (Card card :
                List.of(
                        ChecksCard.of(english(), ChecksCardTest::redacted, List.of(dark, half)),
                        ChecksCard.named(
                                english(), ChecksCardTest::redacted, List.of(dark, half), ":"))) {
            assertThat(text(card))
                    .contains("⚪ check:dark", " · not known: age > 26h, number > 5 · 40 s ago")
                    .contains("🟢 check:half");
        }
    }

    private static Finding unknown(String condition) {
        return new Finding(
                Labels.NONE,
                Levels.UNKNOWN,
                pikett.alerts.alert.Facts.NONE,
                Set.of(),
                Map.of(condition, Severity.WARNING));
    }

    private static CheckView found(String check, Finding... findings) {
        Reading.Known known =
                new Reading.Known(SEEN, TOOK, new Values(Map.of(Name.of("exit"), number(0))));
        return view(check, Optional.of(Sighting.of(known, true, List.of(findings))));
    }

    @Test
    void aNameThatNoCheckHasIsSaid() {
        assertThat(
                        text(
                                ChecksCard.named(
                                        english(),
                                        ChecksCardTest::redacted,
                                        checks(),
                                        "nothing-like-it")))
                .isEqualTo("No check has nothing-like-it in its name. All of them: /checks");
    }

    @RepeatedTest(50)
    void itAlwaysFits(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        List<CheckView> checks = new ArrayList<>();
        for (int i = random.nextInt(80); i >= 0; i--) {
            String name = Facts.HOSTILE.get(random.nextInt(Facts.HOSTILE.size()));
            checks.add(
                    seen(
                            List.of("host:", "service:", "queue:", "check:", "").get(i % 5) + name,
                            Map.of(
                                    "state",
                                    new Value.Text(name),
                                    "load",
                                    number(random.nextDouble() * 1e300),
                                    "restarts",
                                    number(-1),
                                    "certificate",
                                    number(Double.NaN),
                                    name,
                                    new Value.Text(name.repeat(20)))));
        }
        List<Language> languages = List.of(Language.values());
        Room room = room(languages.get(random.nextInt(languages.size())));
        for (Card card :
                List.of(
                        ChecksCard.of(room, ChecksCardTest::redacted, checks),
                        ChecksCard.named(room, ChecksCardTest::redacted, checks, "s"))) {
            assertThat(text(card)).hasSizeLessThanOrEqualTo(CardLimits.TEXT);
            CardChecks.assertFits(CardLimits.fit(card, "checks.txt"));
        }
    }

    /// One of each kind, and of each way to stand.
    private static List<CheckView> checks() {
        Map<Name, Value> host =
                Map.of(
                        Name.of("load"), number(0.4),
                        Name.of("memory"), number(0.61),
                        Name.of("disk", "/"), number(0.48),
                        Name.of("disk", "/var"), number(0.97),
                        Name.of("cpus"), number(2),
                        Name.of("unreachable"), new Value.Flag(false));
        return List.of(
                firing(view("host:prod-1", known(host)), Truth.NOT),
                seen(
                        "queue:messages",
                        Map.of(
                                "waiting", number(162),
                                "active", number(4),
                                "completed", number(9000),
                                "paused", new Value.Flag(true))),
                seen("health:api", Map.of("status", number(200), "latency", number(0.084))),
                seen(
                        "check:site",
                        Map.of(
                                "status", number(200),
                                "latency", number(0.12),
                                "certificate", number(61 * 86_400.0))),
                firing(
                        seen(
                                "service:api",
                                Map.of(
                                        "state", new Value.Text("looping"),
                                        "restarts", number(3),
                                        "memory", number(200 << 20))),
                        Truth.HOLDS),
                series(),
                view(
                        "host:far",
                        Optional.of(
                                Sighting.unreadable(
                                        new Reading.Unknown(
                                                SEEN,
                                                Reason.of(
                                                        Cause.NO_ROUTE,
                                                        Detail.text("192.0.2.7:22"))),
                                        TOOK))),
                view(
                        "check:slow",
                        Optional.of(
                                Sighting.unread(
                                        SEEN, Duration.ofSeconds(30), Unread.TOOK_TOO_LONG))),
                view("check:new-api", Optional.empty()));
    }

    private static CheckView series() {
        Part part =
                new Part(
                        Labels.of(Map.of("job", "api")),
                        new Values(Map.of(Name.of("value"), number(0.5))));
        return view(
                "check:errors",
                Optional.of(
                        Sighting.of(
                                new Reading.Known(
                                        SEEN,
                                        TOOK,
                                        new Values(Map.of(Name.of("count"), number(1))),
                                        List.of(part)),
                                true,
                                List.of())));
    }

    private static CheckView seen(String check, Map<String, Value> values) {
        Map<Name, Value> named = new HashMap<>();
        values.forEach((name, value) -> named.put(Name.of(name), value));
        return view(check, known(named));
    }

    private static Optional<Sighting> known(Map<Name, Value> values) {
        return Optional.of(
                Sighting.of(new Reading.Known(SEEN, TOOK, new Values(values)), true, List.of()));
    }

    private static CheckView view(String check, Optional<Sighting> last) {
        RunFigures figures =
                check.equals("check:slow")
                        ? new RunFigures(9, 4, 1, 0, Optional.empty(), Optional.of(TOOK))
                        : RunFigures.NONE;
        return new CheckView(
                new Check(
                        check,
                        new Place.Here(),
                        new Rhythm.Every(Duration.ofMinutes(1)),
                        Duration.ofSeconds(10),
                        AT_ONCE,
                        _ -> {
                            throw new IllegalStateException("nobody looks");
                        }),
                last,
                Optional.empty(),
                figures,
                Map.of());
    }

    private static CheckView firing(CheckView view, Truth critical) {
        CheckState state =
                CheckState.QUIET.next(
                        new Levels(Truth.HOLDS, critical),
                        SEEN.minus(Duration.ofMinutes(4)),
                        AT_ONCE);
        AlertKey key = new AlertKey(view.check().id(), Labels.of(Map.of("alertname", "X")));
        return new CheckView(
                view.check(), view.last(), view.next(), view.figures(), Map.of(key, state));
    }

    private static String redacted(String text) {
        return text.replace(SECRET, "***");
    }

    private static Value number(double number) {
        return new Value.Quantity(number);
    }

    private static String text(Card card) {
        return card.text().text().strip();
    }

    private static Room english() {
        return room(Language.EN);
    }

    private static Room room(Language language) {
        return new Room(Phrases.in(language), ZoneId.of("Europe/Berlin"), Facts.NOW);
    }
}
