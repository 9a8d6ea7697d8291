package pikett.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.Subject;
import pikett.bot.card.Button;
import pikett.bot.card.Button.Act;
import pikett.bot.card.Button.Tone;
import pikett.bot.card.Card;
import pikett.bot.card.CardJson;
import pikett.bot.card.RichText;
import pikett.bot.card.RichText.Span;
import pikett.bot.card.RichText.Style;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.HandClock;
import pikett.bot.telegram.TelegramEndpoint;
import pikett.config.Language;
import pikett.config.Secret;
import pikett.playground.botapi.BotApiServer;
import pikett.playground.botapi.BotApiSettings;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.FloodRules;
import pikett.playground.telegram.Topic;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// Deliveries on their way, over real HTTP, as people see them.
class TelegramSenderTest {
    private static final String TOKEN = "7000000001:AAE-canary_token_that_must_not_be_seen";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Cloud cloud = new Cloud(clock, Bot.named(7_000_000_001L, "Pikett", "pikett_bot"));
    private final Person anna = cloud.rooms().addPerson(Person.human(111, "Anna"));
    private final Chat home = cloud.rooms().openPrivate(anna);
    private final Chat forum = cloud.rooms().createForum("Ops", anna);
    private final Chat group = cloud.rooms().createGroup("Team", anna);
    private final BotApiServer server = BotApiServer.start(cloud, BotApiSettings.of(TOKEN));
    private final BotApi api =
            new BotApi(new TelegramEndpoint(server.address(), new Secret(TOKEN), Optional.empty()));
    private final TelegramSender sender = new TelegramSender(api, _ -> Language.EN, clock);
    private int deliveries;

    TelegramSenderTest() {
        cloud.useFloodRules(FloodRules.OFF);
        cloud.rooms().addBot(forum.id(), anna);
        cloud.rooms().addBot(group.id(), anna);
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    void aCardArrivesWithItsStylesAndButtonsSilentlyWhereItBelongs() {
        Topic topic = cloud.rooms().createTopic(forum.id(), anna, "Alerts");
        RichText text = new RichText("🔴 api is down", List.of(new Span(3, 3, Style.BOLD)));
        Card card =
                new Card(
                        text,
                        List.of(
                                List.of(
                                        new Button(
                                                "Status", Tone.NEUTRAL, new Act.Type("status api")),
                                        new Button("Restart", Tone.DANGER, new Act.Redeem("n0nce")),
                                        new Button("Id", Tone.PRIMARY, new Act.Copy("42")))),
                        Optional.empty());
        Delivery delivery = fresh(forum.id() + "/" + topic.id(), card, true);

        Message seen = sent(forum, sender.send(delivery));
        assertThat(seen.text()).isEqualTo("🔴 api is down");
        assertThat(seen.topic()).isEqualTo(topic.id());
        assertThat(seen.silent()).isTrue();
        assertThat(seen.words().covered(seen.words().entities().getFirst())).isEqualTo("api");
        assertThat(seen.keyboard().rows().toString())
                .contains(">status api", "!n0nce", "danger", "primary", "42");
    }

    @Test
    void aLaterCardOfTheSubjectTakesThePlaceOfTheEarlier() {
        Message first = sent(home, sender.send(fresh(home, "one")));
        clock.forward(Duration.ofSeconds(2));
        SendOutcome outcome = sender.send(edit(home, "two", first.id()));

        assertThat(outcome).isEqualTo(new SendOutcome.Sent("" + first.id()));
        assertThat(cloud.message(first.key()).orElseThrow().text()).isEqualTo("two");
    }

    @Test
    void anEqualEditIsNotEvenSentAndAfterARestartTakenForArrived() {
        Message first = sent(home, sender.send(fresh(home, "one")));
        server.faults().always("editMessageText", Fault.respond(500, "must not be called"));
        assertThat(sender.send(edit(home, "one", first.id())))
                .isEqualTo(new SendOutcome.Sent("" + first.id()));

        server.faults().clear();
        TelegramSender restarted = new TelegramSender(api, _ -> Language.EN, clock);
        assertThat(restarted.send(edit(home, "one", first.id())))
                .isEqualTo(new SendOutcome.Sent("" + first.id()));
    }

    @Test
    void aMessageThatSomebodyDeletedIsGone() {
        assertThat(sender.send(edit(home, "two", 4711)))
                .isInstanceOf(SendOutcome.MessageGone.class);
    }

    @Test
    void aTextThatIsTooLongIsCutBetweenCharactersAndTheWholeOfItComesAsAFile() {
        String text = "x".repeat(4094) + "😀".repeat(100) + "the end";
        Message seen = sent(home, sender.send(fresh(home, text)));

        assertThat(seen.text()).hasSizeLessThanOrEqualTo(4096).endsWith("…");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(seen.text())).isTrue();
        Message file = last(home);
        assertThat(file.text()).isEqualTo("The whole text");
        assertThat(file.traits().replyTo()).isNotNull();
        assertThat(content(file)).isEqualTo(text);
    }

    @Test
    void theFileOfACardComesAfterItsTextOnceAndNotAgainWithAnEqualEdit() {
        Card card = withFile("the log", "line one\nline two");
        Message seen = sent(home, sender.send(fresh("" + home.id(), card, false)));
        assertThat(content(last(home))).isEqualTo("line one\nline two");
        int messages = cloud.messages(home.id()).size();

        clock.forward(Duration.ofSeconds(9));
        sender.send(edit(home, withFile("the log, newer", "line one\nline two"), seen.id()));
        assertThat(cloud.messages(home.id())).hasSize(messages);
    }

    @Test
    void aFileThatFailsIsRepeatedWithoutRepeatingTheText() {
        server.faults().next("sendDocument", Fault.flood(3));
        Delivery delivery = fresh("" + home.id(), withFile("the log", "line"), false);
        assertThat(sender.send(delivery)).isInstanceOf(SendOutcome.Wait.class);
        clock.forward(Duration.ofSeconds(10));

        assertThat(sender.send(delivery)).isInstanceOf(SendOutcome.Sent.class);
        assertThat(cloud.messages(home.id()).stream().filter(m -> m.text().equals("the log")))
                .hasSize(1);
        assertThat(content(last(home))).isEqualTo("line");
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void whatMayHaveArrivedIsSaidToAndTheRepeatIsRecognisable(Fault fault) {
        server.faults().next("sendMessage", fault);
        Delivery delivery = fresh(home, "disk full");
        assertThat(sender.send(delivery)).isInstanceOf(SendOutcome.MaybeSent.class);

        clock.forward(Duration.ofSeconds(5));
        Message repeat = sent(home, sender.send(repeated(delivery)));
        assertThat(repeat.text()).startsWith("↻").endsWith("disk full");
    }

    static List<Fault> unclear() {
        return List.of(
                Fault.deliverThenRespond(502, "<html>Bad Gateway</html>"),
                Fault.deliverThenReset(),
                Fault.reset(),
                Fault.truncate(0),
                Fault.truncate(1),
                Fault.truncate(25),
                new Fault.Respond(true, 200, "application/json", "{\"ok\":true}"),
                new Fault.Respond(true, 200, "application/json", "{\"ok\":\"yes\",\"result\":1}"),
                new Fault.Respond(true, 200, "application/json", "[]"),
                new Fault.Respond(true, 302, "text/html", "elsewhere"));
    }

    @Test
    void aMessageThatWasSentCountsAsSentHoweverItIsDescribed() {
        server.faults()
                .next(
                        "sendMessage",
                        new Fault.Respond(
                                true,
                                200,
                                "application/json",
                                "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":\"tomorrow\",\"chat\":[]}}"));
        assertThat(sender.send(fresh(home, "x"))).isEqualTo(new SendOutcome.Sent("77"));
    }

    @Test
    void whatCouldNotLeaveIsNotSent() {
        server.close();
        assertThat(sender.send(fresh(home, "x"))).isInstanceOf(SendOutcome.NotSent.class);
    }

    @Test
    void aTopicThatIsGoneFallsBackToGeneralWithANote() {
        Topic topic = cloud.rooms().createTopic(forum.id(), anna, "Alerts");
        cloud.rooms().deleteTopic(forum.id(), topic.id());
        Message seen =
                sent(forum, sender.send(fresh(forum.id() + "/" + topic.id(), card("down"), false)));

        assertThat(seen.topic()).isZero();
        assertThat(seen.text()).startsWith("⚠").endsWith("down");
    }

    @Test
    void stylesThatAreRefusedAreLeftOutOnceAndThenTheDeliveryIsOver() {
        Fault refusal =
                new Fault.Respond(
                        false,
                        400,
                        "application/json",
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: can't parse entities: x\"}");
        server.faults().next("sendMessage", refusal);
        Card bold =
                new Card(
                        new RichText("down", List.of(new Span(0, 4, Style.BOLD))),
                        List.of(),
                        Optional.empty());
        Message seen = sent(home, sender.send(fresh("" + home.id(), bold, false)));
        assertThat(seen.words().entities()).isEmpty();

        clock.forward(Duration.ofSeconds(9));
        server.faults().always("sendMessage", refusal);
        assertThat(sender.send(fresh("" + home.id(), bold, false)))
                .isInstanceOf(SendOutcome.Rejected.class);
    }

    @Test
    void aBlockedBotAKickedOneAndAnUnknownChatAreBroken() {
        cloud.rooms().blockBot(anna);
        cloud.rooms().kickBot(group.id(), anna);
        for (String address : List.of("" + home.id(), "" + group.id(), "-1009999999999")) {
            assertThat(sender.send(fresh(address, card("x"), false)))
                    .isInstanceOfSatisfying(
                            SendOutcome.Rejected.class,
                            rejected -> assertThat(rejected.destinationBroken()).isTrue());
        }
    }

    @Test
    void aMigratedGroupHasAnotherAddress() {
        Chat now = cloud.rooms().migrate(group.id(), anna);
        assertThat(sender.send(fresh(group, "x")))
                .isEqualTo(new SendOutcome.Moved(new Destination("telegram", "" + now.id())));
    }

    @Test
    void theTrueLimitsOfAGroupAreNeverHit() {
        cloud.useFloodRules(FloodRules.TELEGRAM);
        int sent = 0;
        for (int second = 0; second < 150; second++) {
            SendOutcome outcome = sender.send(fresh(group, "message " + second));
            if (outcome instanceof SendOutcome.Sent) {
                sent++;
            } else {
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                SendOutcome.KeptBack.class,
                                wait -> assertThat(wait.reason()).isEqualTo("our own pace"));
            }
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(sent).isBetween(40, 60);
    }

    @Test
    void aWaitOfOneChatHoldsOnlyThatChatAndThreeHoldTheBot() {
        server.faults().on("sendMessage").times(3).play(Fault.flood(30));
        assertThat(wait(fresh(home, "x")).wholeChannel()).isFalse();
        assertThat(sender.send(fresh(home, "y")))
                .isInstanceOfSatisfying(
                        SendOutcome.KeptBack.class,
                        kept ->
                                assertThat(kept.atLeast())
                                        .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(31)));
        assertThat(wait(fresh(group, "x")).wholeChannel()).isFalse();
        assertThat(wait(fresh(forum, "x")).wholeChannel()).isTrue();
        clock.forward(Duration.ofSeconds(31));
        assertThat(sender.send(fresh(home, "x"))).isInstanceOf(SendOutcome.Sent.class);
    }

    @Test
    void aButtonThatCarriesTooMuchIsLeftOutAndTheRestArrives() {
        Button fits = new Button("ok", Tone.NEUTRAL, new Act.Type("x".repeat(63)));
        Button wide = new Button("wide", Tone.NEUTRAL, new Act.Type("é".repeat(32)));
        Card card = new Card(RichText.plain("x"), List.of(List.of(fits, wide)), Optional.empty());
        Message seen = sent(home, sender.send(fresh("" + home.id(), card, false)));

        assertThat(seen.keyboard().buttons().map(button -> button.label())).containsExactly("ok");
    }

    @Test
    void whatIsNoCardOrHasNoAddressIsRejected() {
        Delivery card = fresh(home, "x");
        for (Content content : List.of(new Content("card", "[]"), new Content("song", "{}"))) {
            Delivery other =
                    new Delivery(
                            card.id(),
                            card.to(),
                            card.subject(),
                            content,
                            card.messageId(),
                            false,
                            1,
                            false,
                            card.createdAt());
            assertThat(sender.send(other)).isInstanceOf(SendOutcome.Rejected.class);
        }
        assertThat(sender.send(fresh("nowhere", card("x"), false)))
                .isInstanceOf(SendOutcome.Rejected.class);
    }

    private SendOutcome.Wait wait(Delivery delivery) {
        return (SendOutcome.Wait) sender.send(delivery);
    }

    private Message sent(Chat chat, SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
        int id = Integer.parseInt(((SendOutcome.Sent) outcome).messageId());
        return cloud.messages(chat.id()).stream()
                .filter(m -> m.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private Message last(Chat chat) {
        return cloud.messages(chat.id()).getLast();
    }

    private static String content(Message message) {
        return new String(message.file().orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private static Card card(String text) {
        return new Card(RichText.plain(text), List.of(), Optional.empty());
    }

    private static Card withFile(String text, String content) {
        return new Card(
                RichText.plain(text),
                List.of(),
                Optional.of(new Card.TextFile("api.log", content)));
    }

    private Delivery fresh(Chat chat, String text) {
        return fresh("" + chat.id(), card(text), false);
    }

    private Delivery fresh(String address, Card card, boolean silent) {
        return new Delivery(
                new DeliveryId(++deliveries),
                new Destination("telegram", address),
                new Subject("test:1"),
                new Content(CardJson.KIND, CardJson.write(card)),
                Optional.empty(),
                silent,
                1,
                false,
                clock.instant());
    }

    private Delivery edit(Chat chat, String text, int message) {
        return edit(chat, card(text), message);
    }

    private Delivery edit(Chat chat, Card card, int message) {
        Delivery fresh = fresh("" + chat.id(), card, false);
        return new Delivery(
                fresh.id(),
                fresh.to(),
                fresh.subject(),
                fresh.content(),
                Optional.of("" + message),
                false,
                1,
                false,
                fresh.createdAt());
    }

    private static Delivery repeated(Delivery first) {
        return new Delivery(
                first.id(),
                first.to(),
                first.subject(),
                first.content(),
                first.messageId(),
                first.silent(),
                2,
                true,
                first.createdAt());
    }
}
