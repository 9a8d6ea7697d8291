package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.adapters.http.HttpResult;
import pikett.adapters.process.ProcessState;
import pikett.adapters.queue.QueueReading;
import pikett.adapters.reason.Reason;
import pikett.alerts.history.Trend;
import pikett.bot.card.Card;
import pikett.bot.card.CardChecks;
import pikett.bot.card.CardLimits;
import pikett.bot.evidence.FoldedLine;
import pikett.bot.language.Phrases;
import pikett.config.Language;
import pikett.config.Role;

/// Whatever the facts, a card can be sent: from a world that is random, large and hostile.
final class CardsFitTest {
    private Random random = new Random(0);
    private Viewer viewer = Facts.viewer(Language.EN, Role.ADMIN);

    @RepeatedTest(150)
    void everyCardFits(RepetitionInfo round) {
        random = new Random(round.getCurrentRepetition());
        viewer = Facts.viewer(pick(Language.values()), pick(Role.values()));
        Phrases phrases = viewer.phrases();
        List<String> names = list(60, this::name);
        Optional<Card.TextFile> noFile = Optional.empty();

        Undelivered undelivered = new Undelivered(random.nextInt(9), names, names);
        fits(
                StatusCard.of(
                        viewer,
                        list(60, this::host),
                        maybe(name()),
                        new Standing(random.nextInt(9), HeartbeatLines.NONE, undelivered)),
                true);
        fits(StatusCard.blockLifted(phrases, name()), true);
        fits(LogsCard.of(viewer, logs(), noFile), false);
        fits(LogsCard.notRead(viewer, logs(), Reason.told(text())), false);
        fits(HealthCard.of(viewer, name(), http()), true);
        fits(HealthCard.noEndpoint(viewer, name()), true);
        fits(QueueCard.of(viewer, new QueueFacts(name(), queue(), Optional.empty(), past())), true);
        fits(PickerCard.all(phrases, "logs", names, random.nextInt(9)), true);
        fits(PickerCard.none(phrases, "logs", text(), List.of(), names), true);
        fits(PickerCard.several(phrases, "logs", text(), names), true);
    }

    /// @param complete whether all buttons must be there after the fitting
    private static void fits(Card card, boolean complete) {
        Card fitted = CardLimits.fit(card, "answer.txt");
        CardChecks.assertFits(fitted);
        if (complete) {
            assertThat(fitted.rows().stream().map(List::size).toList())
                    .isEqualTo(card.rows().stream().map(List::size).toList());
        }
    }

    private String name() {
        int kind = random.nextInt(Facts.HOSTILE.size() + 2);
        return kind < Facts.HOSTILE.size()
                ? Facts.HOSTILE.get(kind)
                : "service-" + random.nextInt(1000);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append(name()).append(random.nextBoolean() ? ' ' : '\n');
        }
        return text.toString();
    }

    private HostPart host() {
        HostState answered =
                new HostState.Answered(
                        maybe(Duration.ofSeconds(random.nextLong(1L << 40))),
                        OptionalDouble.of(random.nextDouble(1e9)),
                        OptionalDouble.empty());
        HostState state =
                switch (random.nextInt(6)) {
                    case 0 -> new HostState.Asking();
                    case 1 -> new HostState.Late(Duration.ofSeconds(20));
                    case 2 -> new HostState.Unreachable(Reason.told(text()));
                    case 3 ->
                            new HostState.Refused(
                                    pick(
                                            new Refusal.LoginBlocked(Facts.NOW),
                                            new Refusal.HostKeyMismatch(text(), "SHA256:x"),
                                            new Refusal.Misconfigured(Reason.told(text()))));
                    default -> answered;
                };
        return new HostPart(
                name(), state, list(8, () -> Facts.service(name(), pick(ProcessState.values()))));
    }

    private LogFacts logs() {
        return new LogFacts(
                name(),
                random.nextInt(5000) + 1,
                maybe(text()),
                random.nextInt(5000),
                list(
                        80,
                        () ->
                                new FoldedLine(
                                        text(), random.nextInt(300) + 1, random.nextBoolean())));
    }

    private HttpResult http() {
        String body =
                random.nextBoolean()
                        ? text()
                        : "{\"status\":\"up\",\"" + random.nextInt() + "\":null}";
        return random.nextInt(4) == 0
                ? new HttpResult.Failed(
                        HttpResult.Phase.BROKEN, Reason.told(text()), Duration.ofMillis(5))
                : new HttpResult.Answered(
                        pick(200, 404, 502, 599),
                        Map.of(),
                        body,
                        random.nextBoolean(),
                        Duration.ofMillis(random.nextInt(100_000)),
                        Optional.empty());
    }

    private Optional<WaitingPast> past() {
        Trend trend =
                new Trend(
                        pick(Trend.Heading.values()),
                        random.nextGaussian() * 1e12,
                        random.nextDouble(1e12));
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(
                        new WaitingPast(
                                WaitingTextTest.slots(random.doubles(14, 0, 1e15).toArray()),
                                maybe(trend)));
    }

    private QueueReading queue() {
        return random.nextInt(4) == 0
                ? new QueueReading.Unreadable(Reason.told(text()), Facts.NOW)
                : new QueueReading.Counts(
                        OptionalLong.of(random.nextLong()),
                        OptionalLong.of(random.nextLong()),
                        OptionalLong.of(random.nextLong()),
                        OptionalLong.empty(),
                        OptionalLong.of(1),
                        OptionalLong.of(2),
                        pick(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(7)),
                        random.nextBoolean(),
                        maybe(Duration.ofSeconds(random.nextInt())),
                        list(50, () -> new QueueReading.Failure("1", text(), 3, Optional.empty())),
                        Facts.NOW);
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> list(int most, java.util.function.Supplier<T> make) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(make.get());
        }
        return list;
    }
}
