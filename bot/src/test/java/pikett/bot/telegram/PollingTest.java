package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.bot.telegram.EdgeDesk.refusal;
import static pikett.bot.telegram.EdgeDesk.soon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.store.StoreUnavailableException;
import pikett.bot.telegram.PollHealth.State;
import pikett.playground.botapi.BotApiServer;
import pikett.playground.botapi.BotApiSettings;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.botapi.fault.Plan;
import pikett.playground.telegram.Webhook;

/// The traps of polling, each over real HTTP.
class PollingTest {
    @TempDir Path folder;
    private EdgeDesk desk;

    @BeforeEach
    void open() {
        desk = new EdgeDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatIsSaidArrives() {
        TelegramEdge edge = desk.start();
        desk.annaSays("/status api");

        soon().until(() -> desk.handedOver.texts().equals(List.of("/status api")));
        assertThat(desk.handedOver.freshness).containsExactly(Freshness.FRESH);
        assertThat(edge.identity()).contains(new BotIdentity(7_000_000_001L, "pikett_bot"));
        assertThat(edge.health().state()).isEqualTo(State.POLLING);
        soon().until(() -> desk.states().equals(List.of("DONE")));
    }

    @Test
    void asksForThreeKindsOfUpdatesAndNoOther() {
        desk.start();
        soon().until(() -> !desk.cloud.botSide().polling().allowed().isEmpty());

        assertThat(desk.cloud.botSide().polling().allowed())
                .containsExactly("message", "callback_query", "my_chat_member");
    }

    @Test
    void aWebhookOfSomebodyElseIsTakenAway() {
        desk.cloud
                .botSide()
                .polling()
                .setWebhook(new Webhook("https://thief.example.org/x", 40), false, null);
        desk.start();
        desk.annaSays("hello");

        soon().until(() -> desk.handedOver.texts().equals(List.of("hello")));
    }

    @Test
    void nothingIsAcknowledgedWhileTheDatabaseIsAwayAndNothingIsLost() {
        desk.store.failWith(
                new StoreUnavailableException("disk full", new IllegalStateException()), 1_000_000);
        TelegramEdge edge = desk.start();
        desk.annaSays("hello");

        soon().until(() -> edge.health().state() == State.STORE_AWAY);
        soon().until(() -> desk.store.failed.get() > 5);
        assertThat(desk.cloud.pendingUpdates()).isEqualTo(1);

        desk.store.failuresLeft.set(0);
        soon().until(() -> desk.handedOver.texts().equals(List.of("hello")));
        soon().until(() -> edge.health().state() == State.POLLING);
    }

    @Test
    void anErrorWithinThePollDoesNotEndPollingForGood() {
        AtomicInteger news = new AtomicInteger();
        Runnable dying =
                () -> {
                    if (news.incrementAndGet() == 1) {
                        throw new StackOverflowError("for the test");
                    }
                };
        Inbox inbox = new Inbox(desk.store, desk.endpoint().botId(), desk.clock);
        try (Poller poller =
                new Poller(desk.endpoint(), EdgeDesk.QUICK, inbox, dying, desk.clock)) {
            poller.start();
            desk.annaSays("one");
            soon().until(() -> news.get() == 1);

            desk.clock.forward(EdgeDesk.QUICK.timeout().multipliedBy(4));
            desk.annaSays("two");
            soon().until(() -> desk.states().size() == 2);
        }
    }

    @Test
    void anUpdateBeyondTheLibraryHoldsNothingUp() {
        desk.annaSays("before");
        // The library has a number here.
        desk.cloud.inject(
                """
                {"message":{"message_id":900,"date":1763640000,"chat":{"id":111,"type":"private"},
                "from":{"id":111,"is_bot":false,"first_name":"Anna"},"text":"within","edit_date_x":1,
                "photo":"of another type"}}
                """);
        desk.annaSays("after");
        desk.start();

        soon().until(() -> desk.handedOver.texts().equals(List.of("before", "within", "after")));
        soon().until(() -> desk.cloud.pendingUpdates() == 0);
    }

    @Test
    void anUpdateThatNobodyCanReadIsPutAsideAndTheRestGoesOn() {
        desk.cloud.inject("{\"message\":{\"message_id\":\"none\"}}");
        desk.cloud.inject("{\"message\":17}");
        desk.cloud.inject("{\"a_kind_of_next_year\":{\"x\":1}}");
        desk.annaSays("after");
        desk.start();

        soon().until(() -> desk.handedOver.texts().equals(List.of("after")));
        soon().until(() -> desk.deadLetters() == 2);
        soon().until(() ->
                desk.states().equals(List.of("UNREADABLE", "UNREADABLE", "DONE", "DONE")));
    }

    @Test
    void idsThatStartAnewFurtherDownAreFollowed() {
        desk.start();
        desk.annaSays("before");
        soon().until(() -> desk.handedOver.texts().equals(List.of("before")));

        desk.cloud.jumpUpdateIds(1000);
        desk.annaSays("after");
        soon().until(() -> desk.handedOver.texts().equals(List.of("before", "after")));
        soon().until(() -> desk.cloud.pendingUpdates() == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void aRefusedTokenIsReportedAndAskedForLessThanOnceAMinute(int code) {
        Plan refusals = desk.server.faults().always("*", refusal(code, "Unauthorized"));
        TelegramEdge edge = desk.start();
        soon().until(() -> edge.health().state() == State.TOKEN_REFUSED);
        assertThat(edge.health().alarming()).isTrue();

        desk.clock.forward(Duration.ofSeconds(60));
        desk.annaSays("is anybody there");
        EdgeDesk.soon().during(Duration.ofMillis(500)).until(() -> refusals.played() == 1);

        desk.server.faults().clear();
        desk.clock.forward(Duration.ofMinutes(20));
        soon().until(() -> edge.health().state() == State.POLLING);
    }

    @Test
    void aTokenThatIsRevokedWhilePollingIsReportedAndNotHammered() {
        TelegramEdge edge = desk.start();
        soon().until(() -> edge.health().state() == State.POLLING);
        Plan refusals = desk.server.faults().always("getUpdates", refusal(401, "Unauthorized"));
        desk.annaSays("x");

        soon().until(() -> edge.health().state() == State.TOKEN_REFUSED);
        soon().during(Duration.ofMillis(500)).until(() -> refusals.played() == 1);
    }

    @Test
    void anotherInstanceIsReportedAndAlarmsAfterThreeMinutes() {
        desk.server.faults().always("getUpdates", refusal(409, "Conflict: terminated by other"));
        TelegramEdge edge = desk.start();
        soon().until(() -> edge.health().state() == State.ANOTHER_INSTANCE);
        assertThat(edge.health().alarming()).isFalse();
        assertThat(edge.health().detail()).contains("409", "terminated by other");

        desk.clock.forward(Duration.ofMinutes(3));
        assertThat(edge.health().alarming()).isTrue();
    }

    @Test
    void theWaitThatTelegramAsksForIsKept() {
        Plan flood = desk.server.faults().next("getUpdates", Fault.flood(2));
        // From before the refusal, which a busy machine may notice late: longer is never wrong
        // here.
        long before = System.nanoTime();
        desk.start();
        soon().until(() -> flood.played() == 1);
        desk.annaSays("hello");
        soon().until(() -> desk.handedOver.texts().equals(List.of("hello")));

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThan(Duration.ofMillis(1900));
    }

    @Test
    void startsWithoutTelegramAndGoesOnWhenItIsThere() {
        int port = desk.server.port();
        TelegramEndpoint endpoint = desk.endpoint();
        desk.server.close();
        TelegramEdge edge = desk.start(endpoint, desk.handedOver);
        soon().until(() -> edge.health().state() == State.UNREACHABLE);
        assertThat(edge.health().alarming()).isFalse();

        desk.server =
                BotApiServer.start(desk.cloud, BotApiSettings.of(EdgeDesk.TOKEN).onPort(port));
        desk.annaSays("hello");
        desk.clock.forward(Duration.ofMinutes(1));
        soon().until(() -> desk.handedOver.texts().equals(List.of("hello")));
    }

    @Test
    void goesOnAfterEveryKindOfBrokenAnswer() {
        desk.server.faults().next("getUpdates", Fault.respond(502, "<html>Bad Gateway</html>"));
        desk.server.faults().next("getUpdates", Fault.truncate(7));
        desk.server.faults().next("getUpdates", Fault.reset());
        desk.start();
        desk.annaSays("hello");

        soon().until(() -> desk.handedOver.texts().equals(List.of("hello")));
        assertThat(desk.server.faults().pending()).isFalse();
    }

    @Test
    void stopsInTheMiddleOfAPollAndLeavesNoThreadBehind() {
        Set<Thread> before = ours();
        TelegramEdge edge = desk.start(desk.endpoint(), desk.handedOver, EdgeDesk.HELD);
        soon().until(() -> edge.health().state() == State.POLLING);
        long stopping = System.nanoTime();
        desk.stopEdge();

        assertThat(Duration.ofNanos(System.nanoTime() - stopping))
                .isLessThan(Duration.ofSeconds(20));
        assertThat(edge.health().state()).isEqualTo(State.STOPPED);
        soon().untilAsserted(() -> assertThat(ours()).isSubsetOf(before));
    }

    private static Set<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(telegram-|pool-|OkHttp).*"))
                .collect(Collectors.toSet());
    }
}
