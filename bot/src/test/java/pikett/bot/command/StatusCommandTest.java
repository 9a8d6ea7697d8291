package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import pikett.adapters.host.ShellResult;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.adapters.process.ProcessState;
import pikett.bot.card.Button;
import pikett.bot.card.Button.Act;
import pikett.bot.view.HeartbeatLines;
import pikett.bot.view.Standing;
import pikett.bot.view.Undelivered;

final class StatusCommandTest {
    private final FakeTargets fake = new FakeTargets();
    private Undelivered undelivered = Undelivered.NOTHING;
    private long incidents;
    private final List<String> lifted = new CopyOnWriteArrayList<>();

    @Test
    void everythingIsShownWhatIsNotWellFirst() {
        fake.host("aaa").service("fine", "aaa", ProcessState.UP);
        fake.host("prod").service("api", "prod", ProcessState.UP);
        fake.service("worker", "prod", ProcessState.LOOPING);
        try (Desk desk = desk(Duration.ofSeconds(20))) {
            desk.type(Desk.ANNA, "status");
            assertThat(desk.lastText())
                    .startsWith("🔴 1 needs a look")
                    .containsSubsequence("prod", "🔴 worker", "🟢 api", "aaa", "🟢 fine")
                    .contains("up 12 d", "load 0.4", "memory 50 %");
            assertThat(desk.outbox.posted()).hasSize(1);
        }
    }

    @Test
    void aSlowHostHoldsNobody() throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        fake.host("fast").service("api", "fast", ProcessState.UP);
        fake.slowHost("slow", opened).service("worker", "slow", ProcessState.UP);
        try (Desk desk = desk(Duration.ofSeconds(20))) {
            Thread asking = Thread.ofVirtual().start(() -> desk.type(Desk.ANNA, "status"));
            await().atMost(Duration.ofSeconds(30)).until(() -> desk.lastText().contains("🟢 api"));
            assertThat(desk.lastText())
                    .contains("⏳ slow · asking…")
                    .contains("still asking 1 host");
            opened.countDown();
            asking.join();
            assertThat(desk.lastText()).contains("🟢 worker").doesNotContain("asking");
            assertThat(desk.outbox.seen(Desk.GROUP_ADDRESS)).hasSize(1);
        }
    }

    @Test
    void aHostHasADeadlineOfItsOwnEvenIfItCannotBeInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        fake.host("fast").service("api", "fast", ProcessState.UP);
        fake.slowHost("dead", never).service("worker", "dead", ProcessState.UP);
        try (Desk desk = desk(Duration.ofSeconds(2))) {
            desk.type(Desk.ANNA, "status");
            assertThat(desk.lastText())
                    .contains("🟢 api")
                    .contains("❔ dead · no answer within 2 s")
                    .doesNotContain("worker");
        } finally {
            never.countDown();
        }
    }

    @Test
    void aServiceThatHangsIsUnknownAndNotDown() {
        CountDownLatch never = new CountDownLatch(1);
        fake.host("prod").service("api", "prod", ProcessState.UP);
        fake.service(
                "stuck",
                "prod",
                () -> {
                    FakeTargets.awaitStubbornly(never);
                    return FakeTargets.reading(ProcessState.UP);
                },
                () -> FakeTargets.done(""),
                Optional.empty());
        try (Desk desk = desk(Duration.ofSeconds(2))) {
            desk.type(Desk.ANNA, "status");
            assertThat(desk.lastText()).contains("🟢 api").contains("❔ stuck · unknown");
        } finally {
            never.countDown();
        }
    }

    @Test
    void aBugInOneReadingDoesNotHurtTheOthers() {
        fake.host("prod").service("api", "prod", ProcessState.UP);
        fake.host(
                "broken",
                _ -> {
                    throw new IllegalStateException("bug");
                });
        try (Desk desk = desk(Duration.ofSeconds(20))) {
            desk.type(Desk.ANNA, "status");
            assertThat(desk.lastText())
                    .contains("🟢 api")
                    .contains("❔ broken · could not be read")
                    .doesNotContain("bug");
        }
    }

    @Test
    void aBlockedHostSaysSoAndOnlyAnAdminIsOfferedTheWayOut() {
        Instant until = Desk.NOW.plusSeconds(1800);
        fake.host("prod", _ -> new ShellResult.Refused(new Refusal.LoginBlocked(until)));
        try (Desk desk = desk(Duration.ofSeconds(20))) {
            desk.type(Desk.ARSEN, "status");
            assertThat(desk.lastText()).contains("no logins until 13:30");
            assertThat(lines(desk)).containsExactly("status");
            desk.press(Desk.ARSEN, ">unblock prod");
            assertThat(lifted).isEmpty();

            desk.type(Desk.ANNA, "status");
            assertThat(lines(desk)).containsExactly("unblock prod", "status");
            desk.press(Desk.ANNA, ">unblock prod");
            assertThat(lifted).containsExactly("prod");
            assertThat(desk.lastText()).contains("Logins to prod are allowed again");
        }
    }

    @Test
    void buttonsAreShownOnlyToThoseWhoMay() {
        fake.host("prod").service("ai-admin-api", "prod", ProcessState.LOOPING);
        fake.service("caddy", "prod", ProcessState.FAILED);
        try (Desk desk = desk(Duration.ofSeconds(20))) {
            desk.type(Desk.ARSEN, "status");
            assertThat(lines(desk))
                    .contains("restart ai-admin-api", "logs ai-admin-api", "logs caddy")
                    .doesNotContain("restart caddy");
            desk.type(Desk.LENA, "status");
            assertThat(lines(desk)).noneMatch(line -> line.startsWith("restart"));
        }
    }

    @Test
    void aNameMayBeAHostAServiceOrShort() {
        fake.host("prod").service("api", "prod", ProcessState.UP);
        fake.service("worker", "prod", ProcessState.UP);
        fake.host("other").service("caddy", "other", ProcessState.UP);
        try (Desk desk = desk(Duration.ofSeconds(20))) {
            desk.type(Desk.ANNA, "status prod");
            assertThat(desk.lastText()).contains("api", "worker").doesNotContain("caddy");
            desk.type(Desk.ANNA, "status wor");
            assertThat(desk.lastText()).contains("worker").doesNotContain("api");
            assertThat(lines(desk)).contains("status worker");
            desk.type(Desk.ANNA, "status prdo");
            assertThat(desk.lastText()).contains("There is no “prdo” here. Did you mean prod?");
            desk.type(Desk.ANNA, "status $(touch x)");
            assertThat(desk.lastText()).contains("There is no “$(touch” here.");
            desk.type(Desk.ANNA, "status " + "x".repeat(10_000));
            assertThat(desk.lastText().length()).isLessThan(200);
        }
    }

    /// What another system reports shows on no host: the card must not call that well.
    @Test
    void notAllIsWellWhileAnIncidentIsOpen() {
        fake.host("prod").service("api", "prod", ProcessState.UP);
        try (Desk desk = desk(Duration.ofSeconds(20))) {
            incidents = 2;
            desk.type(Desk.ANNA, "status");
            assertThat(desk.lastText())
                    .startsWith("🚨 2 incidents are open · /alerts\n")
                    .contains("🟢 api")
                    .doesNotContain("All is well");
            desk.type(Desk.ANNA, "status api");
            assertThat(desk.lastText()).contains("All is well").doesNotContain("🚨");

            incidents = 0;
            desk.type(Desk.ANNA, "status");
            assertThat(desk.lastText()).contains("All is well").doesNotContain("🚨");
        }
    }

    @Test
    void whatDidNotArriveIsSaidWhereEverythingIsAskedForAndOnlyThen() {
        fake.host("prod").service("api", "prod", ProcessState.UP);
        try (Desk desk = desk(Duration.ofSeconds(20))) {
            desk.type(Desk.ANNA, "status");
            assertThat(desk.lastText()).doesNotContain("📪", "⚠️", "/digest");

            undelivered = new Undelivered(1, List.of("ops"), List.of());
            desk.type(Desk.ANNA, "status");
            assertThat(desk.lastText())
                    .contains("📪 1 message did not arrive in 24 h: ops · /digest\n")
                    .doesNotContain("⚠️");
            desk.type(Desk.ANNA, "status api");
            assertThat(desk.lastText()).contains("api").doesNotContain("📪");

            undelivered =
                    new Undelivered(5, List.of("a", "b", "c", "d"), List.of("x".repeat(99), "b"));
            desk.type(Desk.ANNA, "status");
            assertThat(desk.lastText())
                    .containsPattern(
                            "⚠️ Nothing arrives in x{9,15}…, b · 📪 5 messages did not arrive in 24 h:"
                                    + " a, b, c \\+1 · /digest\n");
        }
    }

    private Desk desk(Duration deadline) {
        return new Desk(
                List.of(
                        new StatusCommand(
                                fake::targets,
                                () -> new Standing(incidents, HeartbeatLines.NONE, undelivered),
                                () -> Desk.NOW,
                                deadline),
                        new UnblockCommand(fake::targets, lifted::add)),
                (_, _) -> {});
    }

    private static List<String> lines(Desk desk) {
        return desk.outbox.seen(Desk.GROUP_ADDRESS).getLast().rows().stream()
                .flatMap(List::stream)
                .map(Button::act)
                .map(act -> act instanceof Act.Type(String line) ? line : act.toString())
                .toList();
    }
}
