package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.bot.card.Button;
import pikett.bot.card.RichText;
import pikett.config.Language;
import pikett.config.Secret;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.telegram.CallbackAnswer;
import pikett.playground.telegram.Press;
import pikett.playground.telegram.message.Message;

/// The calls beside those of deliveries, over real HTTP.
class BotApiTest {
    @TempDir Path folder;
    private EdgeDesk desk;
    private BotApi api;

    @BeforeEach
    void open() {
        desk = new EdgeDesk(folder);
        api = new BotApi(desk.endpoint(), Duration.ofSeconds(2));
    }

    @AfterEach
    void close() {
        api.close();
        desk.close();
    }

    @Test
    void aPressIsAnsweredWithAToastOfAtMostTwoHundredUnits() {
        Press press = pressed();
        assertThat(api.answerPress(press.query().id(), "x".repeat(500)))
                .isEqualTo(PressAnswer.ANSWERED);
        assertThat(press.answer(Duration.ofSeconds(1)).map(CallbackAnswer::text).orElseThrow())
                .hasSize(200);
    }

    @Test
    void aPressWithoutAToastIsAnsweredToo() {
        assertThat(api.answerPress(pressed().query().id(), "")).isEqualTo(PressAnswer.ANSWERED);
    }

    @Test
    void anOldPressIsToldFromAFailedCall() {
        Press press = pressed();
        desk.clock.forward(Duration.ofHours(1));
        assertThat(api.answerPress(press.query().id(), "late")).isEqualTo(PressAnswer.TOO_OLD);

        desk.server.faults().next("answerCallbackQuery", Fault.respond(502, "<html>"));
        assertThat(api.answerPress(pressed().query().id(), "x")).isEqualTo(PressAnswer.FAILED);
    }

    @Test
    void setsAMenuForEverybodyForALanguageForAChatAndForAMember() {
        List<MenuEntry> menu = List.of(new MenuEntry("status", "What runs"));
        long ops = desk.ops.id().value();
        for (MenuScope scope :
                List.of(
                        new MenuScope.Everywhere(),
                        new MenuScope.Chat(111),
                        new MenuScope.Member(ops, 111))) {
            assertThat(api.setMenu(scope, Optional.of(Language.DE), menu))
                    .isEqualTo(new CallResult.Done<>(true));
            assertThat(api.setMenu(scope, Optional.empty(), menu))
                    .isEqualTo(new CallResult.Done<>(true));
        }
    }

    @Test
    void aMenuThatTheLibraryRefusesIsAFailureLikeAnyOther() {
        assertThat(api.setMenu(new MenuScope.Everywhere(), Optional.empty(), List.of()))
                .isInstanceOf(CallResult.Failed.class);
    }

    /// It was sent: to take it for unclear would send it a second time.
    @Test
    void whateverAnAnswerSaysOfTheMessageItsIdIsRead() {
        desk.server
                .faults()
                .next(
                        "sendMessage",
                        Fault.respond(
                                200,
                                """
                                {"ok": true, "result": {"chat": 7, "date": "soon", "from": [1],
                                  "new_in_another_year": {"message_id": 6}, "message_id": 5}}
                                """));

        assertThat(api.send(message(111))).isEqualTo(new CallResult.Done<>(5));
    }

    @Test
    void leavesAChat() {
        assertThat(api.leave(desk.ops.id().value())).isEqualTo(new CallResult.Done<>(true));
        assertThat(api.send(message(desk.ops.id().value())))
                .isInstanceOfSatisfying(
                        CallResult.Failed.class,
                        failed -> assertThat(failed.failure().toString()).contains("403"));
    }

    @Test
    void aCallEndsWithinItsDeadlineHoweverSlowlyTheAnswerTrickles() {
        desk.server.faults().next("sendMessage", Fault.trickle());
        assertEndsUnclearWithinDeadline();
    }

    @Test
    void aCallEndsWithinItsDeadlineWhenThereIsNoAnswer() {
        desk.server.faults().next("sendMessage", Fault.deliverThenStall());
        assertEndsUnclearWithinDeadline();
    }

    private void assertEndsUnclearWithinDeadline() {
        long begun = System.nanoTime();
        assertThat(api.send(message(111)))
                .isInstanceOfSatisfying(
                        CallResult.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isInstanceOf(CallFailure.Unclear.class));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(1500), Duration.ofSeconds(20));
    }

    @Test
    void anInterruptedCallIsUnclearAndTheInterruptIsKept() throws InterruptedException {
        desk.server.faults().next("sendMessage", Fault.deliverThenStall());
        boolean[] kept = new boolean[1];
        CallResult<?>[] result = new CallResult<?>[1];
        Thread caller =
                Thread.ofVirtual()
                        .start(() -> {
                            result[0] = api.send(message(111));
                            kept[0] = Thread.currentThread().isInterrupted();
                        });
        EdgeDesk.soon().until(() -> !desk.cloud.messages(desk.home.id()).isEmpty());
        caller.interrupt();
        caller.join();

        assertThat(kept[0]).isTrue();
        assertThat(result[0])
                .isEqualTo(new CallResult.Failed<>(new CallFailure.Unclear("interrupted")));
    }

    @Test
    void anUnknownHostAndAServerThatSpeaksNoTlsAreNotReached() {
        for (String address :
                List.of("https://pikett.invalid", "https://127.0.0.1:" + desk.server.port())) {
            TelegramEndpoint endpoint = EdgeDesk.endpoint(URI.create(address));
            try (BotApi other = new BotApi(endpoint, Duration.ofSeconds(5))) {
                assertThat(other.send(message(111)))
                        .isInstanceOfSatisfying(
                                CallResult.Failed.class,
                                failed ->
                                        assertThat(failed.failure())
                                                .isInstanceOf(CallFailure.NeverLeft.class));
            }
        }
    }

    @Test
    void theBotsIdIsReadFromTheTokenAndABadTokenIsNotRepeated() {
        assertThat(desk.endpoint().botId()).isEqualTo(7_000_000_001L);
        TelegramEndpoint bad =
                new TelegramEndpoint(desk.server.address(), new Secret("geheim"), Optional.empty());
        assertThat(catchThrowable(bad::botId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("geheim");
    }

    private static Outgoing message(long chat) {
        return new Outgoing(chat, Optional.empty(), RichText.plain("x"), List.of(), false);
    }

    private Press pressed() {
        Button refresh = new Button("Refresh", Button.Tone.NEUTRAL, new Button.Act.Type("status"));
        api.send(
                new Outgoing(
                        111,
                        Optional.empty(),
                        RichText.plain("x"),
                        List.of(List.of(refresh)),
                        false));
        Message seen = desk.cloud.messages(desk.home.id()).getLast();
        return desk.cloud.seat(desk.anna, desk.home).press(seen, "Refresh");
    }
}
