package pikett.bot.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.adapters.http.HttpResult;
import pikett.adapters.process.ProcessState;
import pikett.adapters.queue.QueueReading;
import pikett.adapters.queue.QueueReading.Failure;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.history.Trend;
import pikett.bot.card.Card;
import pikett.bot.evidence.LogFold;
import pikett.bot.language.Phrases;
import pikett.bot.telegram.Incoming;
import pikett.config.Language;
import pikett.config.Role;

/// What people see, word for word, in each language.
final class CardGoldenTest {
    private static final HostState.Answered UP =
            new HostState.Answered(
                    Optional.of(Duration.ofDays(12)),
                    OptionalDouble.of(0.42),
                    OptionalDouble.of(61.3));

    @ParameterizedTest
    @EnumSource(Language.class)
    void statusWithEverythingThatCanBeWrong(Language language) {
        List<HostPart> hosts =
                List.of(
                        new HostPart(
                                "prod-1",
                                UP,
                                Stream.of(ProcessState.values())
                                        .map(state -> Facts.service("is-" + state, state))
                                        .toList()),
                        new HostPart("well", UP, List.of(Facts.service("api", ProcessState.UP))),
                        new HostPart("slow", new HostState.Asking(), List.of()),
                        new HostPart("late", new HostState.Late(Duration.ofSeconds(20)), List.of()),
                        new HostPart("bug", new HostState.NotRead(), List.of()),
                        new HostPart(
                                "gone",
                                new HostState.Unreachable(
                                        Reason.of(
                                                Cause.CONNECTION_REFUSED,
                                                Detail.text("203.0.113.7:22"))),
                                List.of()),
                        refused("failed", new Refusal.LoginFailed(1)),
                        refused(
                                "blocked",
                                new Refusal.LoginBlocked(Instant.parse("2026-11-20T14:00:00Z"))),
                        refused("changed", new Refusal.HostKeyMismatch("SHA256:old", "SHA256:new")),
                        refused("unlisted", new Refusal.HostKeyMismatch("", "SHA256:new")),
                        refused(
                                "nokey",
                                new Refusal.Misconfigured(
                                        Reason.of(
                                                Cause.KEY_UNREADABLE,
                                                Detail.text("/etc/pikett/key")))));
        shown(
                "status",
                language,
                StatusCard.of(
                        viewer(language, Role.ADMIN),
                        hosts,
                        Optional.empty(),
                        new Standing(
                                1,
                                HeartbeatLines.NONE,
                                new Undelivered(3, List.of("ops"), List.of()))));
        shown(
                "status-viewer",
                language,
                StatusCard.of(
                        viewer(language, Role.VIEWER),
                        hosts.subList(0, 1),
                        Optional.of("prod-1"),
                        Standing.NOTHING));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void statusWithHostileNames(Language language) {
        List<HostPart> hosts = new ArrayList<>();
        for (String name : Facts.HOSTILE) {
            hosts.add(new HostPart(name, UP, List.of(Facts.service(name, ProcessState.LOOPING))));
        }
        shown(
                "status-hostile",
                language,
                StatusCard.of(
                        viewer(language, Role.ADMIN),
                        hosts,
                        Optional.empty(),
                        new Standing(
                                5,
                                HeartbeatLines.NONE,
                                new Undelivered(21, Facts.HOSTILE, Facts.HOSTILE.subList(0, 1)))));
        shown(
                "status-none",
                language,
                StatusCard.of(
                        viewer(language, Role.ADMIN),
                        List.of(),
                        Optional.empty(),
                        new Standing(
                                0,
                                HeartbeatLines.NONE,
                                new Undelivered(0, List.of(), List.of("ops")))));
        shown("unblocked", language, StatusCard.blockLifted(Phrases.in(language), "prod-1"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void logs(Language language) {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, 283)
                .forEach(i -> {
                    lines.add("12:00:00 listening on " + i);
                    lines.add("TypeError: YclientsClient is not a constructor");
                });
        IntStream.range(0, 10).forEach(i -> lines.add("Error: kind " + (char) ('a' + i)));
        lines.add("_*[<& \u202Eevil שלום 🔥 " + "long ".repeat(100));
        LogFacts facts =
                new LogFacts("api", 1000, Optional.empty(), lines.size(), LogFold.fold(lines));
        Viewer viewer = viewer(language, Role.OPERATOR);
        shown("logs", language, LogsCard.of(viewer, facts, Optional.empty()));
        LogFacts filtered = new LogFacts("api", 200, Optional.of("bad mac"), 0, List.of());
        shown("logs-no-match", language, LogsCard.of(viewer, filtered, Optional.empty()));
        shown(
                "logs-not-read",
                language,
                LogsCard.notRead(
                        viewer,
                        filtered,
                        Reason.of(Cause.NOT_STARTED, Detail.inner(Reason.told("pm2: not found")))));
        LogFacts calm =
                new LogFacts("api", 200, Optional.empty(), 1, LogFold.fold(List.of("ready")));
        shown(
                "logs-calm",
                language,
                LogsCard.of(
                        viewer(language, Role.VIEWER),
                        calm,
                        Optional.of(new Card.TextFile("api.log.txt", "ready"))));
        LogFacts empty = new LogFacts("api", 200, Optional.empty(), 0, List.of());
        shown("logs-empty", language, LogsCard.of(viewer, empty, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void health(Language language) {
        Viewer viewer = viewer(language, Role.OPERATOR);
        shown(
                "health",
                language,
                HealthCard.of(
                        viewer,
                        "ai-admin-api",
                        answered(
                                200,
                                "{\"status\":\"degraded\",\"redis\":{\"status\":\"connected\"},"
                                        + "\"database\":\"ok\",\"session\":null,"
                                        + "\"lastActivity\":\"undefined minutes ago\","
                                        + "\"queue\":{\"healthy\":false,\"waiting\":162},"
                                        + "\"_*[<&\":\"\u202Eevil\"}")));
        shown(
                "health-behind",
                language,
                HealthCard.of(
                        viewer,
                        "api",
                        answered(502, "dial tcp 127.0.0.1:3009: connect: connection refused")));
        shown("health-502", language, HealthCard.of(viewer, "api", answered(502, "<html>")));
        shown("health-404", language, HealthCard.of(viewer, "api", answered(404, "nope")));
        shown("health-text", language, HealthCard.of(viewer, "api", answered(200, "OK")));
        shown(
                "health-refused",
                language,
                HealthCard.of(
                        viewer,
                        "api",
                        new HttpResult.Failed(
                                HttpResult.Phase.REFUSED,
                                Reason.of(Cause.CONNECTION_REFUSED, Detail.text("127.0.0.1:3009")),
                                Duration.ofMillis(3))));
        shown("health-none", language, HealthCard.noEndpoint(viewer, "api"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void queues(Language language) {
        Viewer viewer = viewer(language, Role.VIEWER);
        QueueReading.Counts before = counts(100, 20, false, Facts.NOW.minusSeconds(600), List.of());
        List<Failure> failures =
                List.of(
                        new Failure("9", "Error: Bad MAC 12", 3, Optional.empty()),
                        new Failure("8", "Error: Bad MAC 11", 3, Optional.empty()),
                        new Failure("7", "_*[<& Connection Closed", 1, Optional.empty()));
        shown(
                "queue",
                language,
                QueueCard.of(
                        viewer,
                        new QueueFacts(
                                "messages",
                                counts(162, 17, true, Facts.NOW, failures),
                                Optional.of(before),
                                Optional.of(
                                        new WaitingPast(
                                                WaitingTextTest.slots(
                                                        0,
                                                        0,
                                                        4,
                                                        2,
                                                        Double.NaN,
                                                        30,
                                                        61,
                                                        80,
                                                        100,
                                                        110,
                                                        120,
                                                        133,
                                                        148,
                                                        162),
                                                Optional.of(
                                                        new Trend(
                                                                Trend.Heading.RISING,
                                                                7.6,
                                                                162)))))));
        shown(
                "queue-abandoned",
                language,
                QueueCard.of(
                        viewer,
                        new QueueFacts(
                                "messages", abandoned(), Optional.empty(), Optional.empty())));
        shown(
                "queue-unreadable",
                language,
                QueueCard.of(
                        viewer,
                        new QueueFacts(
                                "messages",
                                new QueueReading.Unreadable(
                                        Reason.of(
                                                Cause.CONNECTION_REFUSED,
                                                Detail.text("127.0.0.1:6379")),
                                        Facts.NOW),
                                Optional.empty(),
                                Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSmallOnes(Language language) {
        Phrases phrases = Phrases.in(language);
        Viewer viewer = viewer(language, Role.OPERATOR);
        List<String> names = IntStream.range(0, 40).mapToObj(i -> "service-" + i).toList();
        shown("picker", language, PickerCard.all(phrases, "logs", names, 1));
        shown("picker-empty", language, PickerCard.all(phrases, "queue", List.of(), 0));
        shown(
                "picker-several",
                language,
                PickerCard.several(phrases, "logs", "ser", names.subList(0, 3)));
        shown(
                "picker-none",
                language,
                PickerCard.none(phrases, "logs", "x".repeat(10_000), List.of(), names));
        shown(
                "picker-typo",
                language,
                PickerCard.none(phrases, "logs", "servcie-1", List.of("service-1"), names));
        shown(
                "whoami",
                language,
                WhoamiCard.of(
                        phrases,
                        viewer.person(),
                        "operator",
                        new Incoming.Place(-1001, Optional.of(12), false)));
        shown(
                "test",
                language,
                TestCard.result(
                        viewer, Optional.of(Duration.ofMillis(420)), Duration.ofSeconds(30)));
        shown(
                "test-lost",
                language,
                TestCard.result(viewer, Optional.empty(), Duration.ofSeconds(30)));
        shown(
                "help",
                language,
                HelpCard.of(
                        phrases,
                        Optional.of("anna"),
                        List.of(
                                new HelpCard.Entry("status", TestPhrase.AGAIN),
                                new HelpCard.Entry("logs", TestPhrase.AGAIN))));
    }

    private static void shown(String name, Language language, Card card) {
        Golden.assertShown(name + "." + language.name().toLowerCase(Locale.ROOT), card);
    }

    private static Viewer viewer(Language language, Role role) {
        return Facts.viewer(language, role);
    }

    private static HostPart refused(String name, Refusal refusal) {
        return new HostPart(name, new HostState.Refused(refusal), List.of());
    }

    private static HttpResult answered(int status, String body) {
        return new HttpResult.Answered(
                status, Map.of(), body, false, Duration.ofMillis(84), Optional.empty());
    }

    private static QueueReading.Counts counts(
            long waiting, long failed, boolean paused, Instant at, List<Failure> failures) {
        return new QueueReading.Counts(
                OptionalLong.of(waiting),
                OptionalLong.of(4),
                OptionalLong.of(0),
                OptionalLong.empty(),
                OptionalLong.of(failed),
                OptionalLong.of(12_345),
                OptionalLong.of(3),
                paused,
                Optional.of(Duration.ofMinutes(43)),
                failures,
                at);
    }

    private static QueueReading.Counts abandoned() {
        return new QueueReading.Counts(
                OptionalLong.of(0),
                OptionalLong.of(0),
                OptionalLong.of(0),
                OptionalLong.of(8),
                OptionalLong.of(0),
                OptionalLong.of(12_345),
                OptionalLong.of(0),
                false,
                Optional.of(Duration.ofMinutes(43)),
                List.of(),
                Facts.NOW);
    }
}
