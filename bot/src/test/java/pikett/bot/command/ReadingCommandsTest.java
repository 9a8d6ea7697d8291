package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.adapters.http.HttpResult;
import pikett.adapters.process.ProcessState;
import pikett.adapters.queue.QueueReading;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.history.Slot;
import pikett.alerts.history.Trend;
import pikett.bot.card.Button;
import pikett.bot.card.Button.Act;
import pikett.bot.card.Card;
import pikett.bot.view.WaitingPast;

/// `/logs`, `/health`, `/queue` and `/test`, from the words that are typed to what is seen.
final class ReadingCommandsTest {
    private final FakeTargets fake = new FakeTargets().host("prod");

    @Test
    void logsAreRedactedFilteredAndFolded() {
        logs("api", FakeTargets.done("ok s3cret\nError: Bad MAC 1\nError: Bad MAC 2\nfine"));
        try (Desk desk = desk()) {
            desk.type(Desk.ANNA, "logs api");
            assertThat(desk.lastText())
                    .contains("last 4 lines")
                    .containsSubsequence("×2 Error: Bad MAC 2", "fine", "ok •••")
                    .doesNotContain("s3cret");
            assertThat(fake.linesAskedFor).containsExactly(200);

            desk.type(Desk.ANNA, "logs api 50 bad mac");
            assertThat(desk.lastText()).contains("last 2 lines · with “bad mac”");
            desk.type(Desk.ANNA, "logs api 999999999 $(touch x)");
            assertThat(desk.lastText()).contains("No line has this text.");
            assertThat(fake.linesAskedFor).containsExactly(200, 50, 5000);
        }
    }

    @Test
    void theFullTextComesAsAFileOnATap() {
        logs("api", FakeTargets.done("one s3cret\ntwo"));
        try (Desk desk = desk()) {
            desk.type(Desk.ANNA, "logs api");
            assertThat(last(desk).file()).isEmpty();
            assertThat(lines(desk)).contains("logs api 200 --file", "restart api");
            desk.press(Desk.ANNA, ">logs api 200 --file");
            assertThat(last(desk).file())
                    .contains(new Card.TextFile("api.log.txt", "one •••\ntwo"));
        }
    }

    @Test
    void aSecretThatWouldBeCutInTwoIsStillTakenOut() {
        logs("api", FakeTargets.done("Error: " + "x".repeat(228) + "s3cret and more"));
        try (Desk desk = desk()) {
            desk.type(Desk.ANNA, "logs api");
            assertThat(desk.lastText()).doesNotContain("s3c");
        }
    }

    @Test
    void aLogThatCannotBeReadSaysWhy() {
        logs("gone", new ShellResult.Unreachable(Reason.told("no route to 203.0.113.7:22")));
        logs("absent", new ShellResult.FailedToStart(Reason.told("pm2: not found")));
        logs(
                "denied",
                new ShellResult.Done(
                        1, new Output("", "permission denied s3cret", 0), Duration.ZERO));
        logs("locked", new ShellResult.Refused(new Refusal.LoginFailed(1)));
        try (Desk desk = desk()) {
            desk.type(Desk.ANNA, "logs gone");
            assertThat(desk.lastText()).contains("no route to 203.0.113.7:22");
            desk.type(Desk.ANNA, "logs absent");
            assertThat(desk.lastText()).contains("pm2: not found");
            desk.type(Desk.ANNA, "logs denied");
            assertThat(desk.lastText()).contains("permission denied •••");
            desk.type(Desk.ANNA, "logs locked");
            assertThat(desk.lastText()).contains("/status prod");
        }
    }

    @Test
    void withoutANameOneChooses() {
        for (int i = 0; i < 20; i++) {
            fake.service("service-" + i, "prod", ProcessState.UP);
        }
        try (Desk desk = desk()) {
            desk.type(Desk.ANNA, "logs");
            assertThat(lines(desk)).hasSize(17).contains("logs service-0", "logs --page 1");
            desk.press(Desk.ANNA, ">logs --page 1");
            assertThat(lines(desk)).hasSize(5).contains("logs service-19", "logs --page 0");
        }
    }

    @Test
    void aNameThatIsTooLongForAButtonStillWorks() {
        String name = "очень-длинное-имя-".repeat(5);
        fake.service("other", "prod", ProcessState.UP);
        logs(name, FakeTargets.done("hello"));
        try (Desk desk = desk()) {
            desk.type(Desk.ANNA, "logs");
            String line =
                    lines(desk).stream().filter(each -> each.contains("~")).findFirst().orElse("");
            desk.press(Desk.ANNA, ">" + line);
            assertThat(desk.lastText()).contains("hello");
        }
    }

    @Test
    void healthIsOpenedUp() {
        health("api", answered(200, "{\"status\":\"ok\",\"session\":null,\"key\":\"s3cret\"}"));
        health(
                "front",
                new HttpResult.Failed(
                        HttpResult.Phase.REFUSED,
                        Reason.of(Cause.CONNECTION_REFUSED, Detail.text("127.0.0.1:3009")),
                        Duration.ofMillis(2)));
        fake.service("plain", "prod", ProcessState.UP);
        try (Desk desk = desk()) {
            desk.type(Desk.ANNA, "health api");
            assertThat(desk.lastText())
                    .contains("🟢 api · healthy", "❔ session · unknown", "key · •••");
            desk.type(Desk.ANNA, "health front");
            assertThat(desk.lastText()).contains("connection refused by 127.0.0.1:3009");
            desk.type(Desk.ANNA, "health plain");
            assertThat(desk.lastText()).contains("No health endpoint is configured");
            desk.type(Desk.ANNA, "health");
            assertThat(lines(desk)).containsExactly("health api", "health front");
        }
    }

    @Test
    void aQueueShowsItsTrendSinceTheLastLook() {
        Iterator<QueueReading> looks =
                List.<QueueReading>of(
                                counts(100, 5),
                                new QueueReading.Unreadable(Reason.told("s3cret"), Desk.NOW),
                                counts(162, 5))
                        .iterator();
        fake.queue("messages", looks::next);
        try (Desk desk = desk()) {
            desk.type(Desk.ANNA, "queue");
            assertThat(desk.lastText())
                    .contains("waiting 100\n", "▁█ last hour, clears in ~5 min\n")
                    .contains("Nobody works, and jobs wait.\n")
                    .doesNotContain("last look");
            desk.type(Desk.ANNA, "queue");
            assertThat(desk.lastText()).contains("could not be read").contains("•••");
            desk.type(Desk.ANNA, "queue mess");
            assertThat(desk.lastText())
                    .contains("waiting 162 (↗ +62)", "failed 5\n", "since the last look")
                    .contains("×1 Error: •••");
        }
    }

    @Test
    void aTestMessageIsTimed() {
        try (Desk desk = desk()) {
            desk.type(Desk.ARSEN, "test");
            assertThat(desk.outbox.posted()).hasSize(2);
            assertThat(desk.outbox.seen(Desk.GROUP_ADDRESS)).hasSize(1);
            assertThat(desk.lastText()).contains("arrived after 420 ms");
            desk.type(Desk.LENA, "test");
            assertThat(desk.lastText()).contains("Operator");
        }
    }

    private void logs(String name, ShellResult result) {
        fake.service(
                name,
                "prod",
                () -> FakeTargets.reading(ProcessState.UP),
                () -> result,
                Optional.empty());
    }

    private void health(String name, HttpResult result) {
        fake.service(
                name,
                "prod",
                () -> FakeTargets.reading(ProcessState.UP),
                () -> FakeTargets.done(""),
                Optional.of(result));
    }

    private static HttpResult answered(int status, String body) {
        return new HttpResult.Answered(
                status, Map.of(), body, false, Duration.ofMillis(84), Optional.empty());
    }

    private static QueueReading.Counts counts(long waiting, long failed) {
        return new QueueReading.Counts(
                OptionalLong.of(waiting),
                OptionalLong.of(1),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(failed),
                OptionalLong.empty(),
                OptionalLong.of(0),
                false,
                Optional.of(Duration.ofMinutes(4)),
                List.of(new QueueReading.Failure("1", "Error: s3cret", 3, Optional.empty())),
                Desk.NOW);
    }

    private static Optional<WaitingPast> past(String queue, Instant now) {
        assertThat(queue).isEqualTo("messages");
        List<Slot> slots =
                List.of(
                        new Slot(now.minusSeconds(120), OptionalDouble.of(0)),
                        new Slot(now.minusSeconds(60), OptionalDouble.of(100)));
        return Optional.of(
                new WaitingPast(slots, Optional.of(new Trend(Trend.Heading.FALLING, -20, 100))));
    }

    private static String redacted(String text) {
        return text.replace("s3cret", "•••");
    }

    private Desk desk() {
        return new Desk(
                List.of(
                        new LogsCommand(
                                fake::targets, ReadingCommandsTest::redacted, () -> Desk.NOW),
                        new HealthCommand(
                                fake::targets, ReadingCommandsTest::redacted, () -> Desk.NOW),
                        new QueueCommand(
                                fake::targets,
                                ReadingCommandsTest::past,
                                ReadingCommandsTest::redacted,
                                () -> Desk.NOW),
                        new TestCommand(() -> Desk.NOW)),
                (_, _) -> {},
                UnaryOperator.identity());
    }

    private static Card last(Desk desk) {
        return desk.outbox.seen(Desk.GROUP_ADDRESS).getLast();
    }

    private static List<String> lines(Desk desk) {
        return last(desk).rows().stream()
                .flatMap(List::stream)
                .map(Button::act)
                .map(act -> act instanceof Act.Type(String line) ? line : act.toString())
                .toList();
    }
}
