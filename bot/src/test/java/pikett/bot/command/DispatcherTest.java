package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.card.RichText;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrase;
import pikett.bot.telegram.Freshness;
import pikett.bot.telegram.Incoming;
import pikett.bot.telegram.Incoming.Place;
import pikett.bot.telegram.Incoming.Sender;
import pikett.bot.telegram.PressAnswer;
import pikett.config.Role;

final class DispatcherTest {
    private static final Redeemer NOTHING = (_, _) -> {};

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ChatCommand say =
            command(
                    "say",
                    Role.VIEWER,
                    (request, answer) -> {
                        requests.add(request);
                        answer.show(
                                RefusalCard.card(RichText.plain("said " + request.arguments())));
                    });
    private final ChatCommand act = command("act", Role.OPERATOR, say::answer);

    @Test
    void aTypedCommandIsAnsweredInItsPlace() {
        try (Desk desk = desk(NOTHING)) {
            desk.type(
                    Desk.ANNA,
                    "say one \"two three\"",
                    new Place(Desk.GROUP, Optional.of(12), false));
            FakeOutbox.Posted posted = desk.outbox.posted().getLast();
            assertThat(posted.to().address()).isEqualTo("-1001/12");
            assertThat(posted.to().channel()).isEqualTo("telegram");
            assertThat(posted.urgency()).isEqualTo(Urgency.ANSWER);
            assertThat(posted.silent()).isTrue();
            assertThat(posted.card().text().text()).isEqualTo("said [one, two three]");
        }
    }

    @Test
    void theRequestKnowsLanguageAndZone() {
        try (Desk desk = desk(NOTHING)) {
            desk.type(Desk.ANNA, "say");
            desk.type(Desk.LENA, "say");
            desk.type(Desk.ANNA, "say", new Place(Desk.ANNA, Optional.empty(), true));
            assertThat(requests.stream().map(request -> request.language().name()))
                    .containsExactly("EN", "DE", "RU");
            assertThat(requests.stream().map(request -> request.zone().getId()).distinct())
                    .containsExactly("Europe/Berlin");
        }
    }

    @Test
    void aPressEditsItsMessageAndIsAnsweredAtOnce() {
        try (Desk desk = desk(NOTHING)) {
            desk.shown.put(7, new Subject("answer:earlier"));
            desk.press(Desk.ANNA, ">say x");
            assertThat(desk.outbox.posted().getLast().subject())
                    .isEqualTo(new Subject("answer:earlier"));
            assertThat(desk.toasts).containsExactly("cb:");
        }
    }

    @Test
    void aPressThatTelegramHasForgottenIsNotRun() {
        try (Desk desk = desk(NOTHING)) {
            desk.pressAnswer = PressAnswer.TOO_OLD;
            desk.press(Desk.ANNA, ">say x");
            assertThat(requests).isEmpty();
            assertThat(desk.lastText()).startsWith("⌛");
            desk.pressAnswer = PressAnswer.FAILED;
            desk.press(Desk.ANNA, ">say x");
            assertThat(requests).hasSize(1);
        }
    }

    @Test
    void ofAPressThatWasCutOffOneHearsAlsoWhenItsToastComesTooLate() {
        try (Desk desk = desk(NOTHING)) {
            desk.press(Desk.ANNA, ">say x", Freshness.INTERRUPTED);
            assertThat(desk.toasts).singleElement().asString().startsWith("cb:⚠️");
            assertThat(desk.outbox.posted()).isEmpty();

            desk.pressAnswer = PressAnswer.TOO_OLD;
            desk.press(Desk.ANNA, ">say x", Freshness.INTERRUPTED);
            assertThat(desk.lastText()).startsWith("⚠️");
            assertThat(requests).isEmpty();
        }
    }

    @Test
    void aDeniedPressIsAToastAndLeavesTheMessage() {
        try (Desk desk = desk(NOTHING)) {
            desk.press(Desk.LENA, ">act x");
            assertThat(desk.toasts)
                    .containsExactly("cb:🚫 /act braucht die Rolle Operator. Deine ist Viewer.");
            assertThat(desk.outbox.posted()).isEmpty();
            assertThat(requests).isEmpty();
        }
    }

    @Test
    void aRedeemerGetsThePressAndItsToastIsUsedOnce() {
        List<String> nonces = new CopyOnWriteArrayList<>();
        Redeemer redeemer =
                (press, answer) -> {
                    nonces.add(press.nonce() + " by " + press.request().person().name());
                    press.toast().say("running");
                    press.toast().say("again");
                    answer.show(RefusalCard.card(RichText.plain("done")));
                };
        try (Desk desk = desk(redeemer)) {
            desk.press(Desk.ARSEN, "!n0nce");
            assertThat(nonces).containsExactly("n0nce by arsen");
            assertThat(desk.toasts).containsExactly("cb:running");
            assertThat(desk.lastText()).isEqualTo("done");
        }
    }

    @Test
    void aRedeemerThatSaysNothingStillEndsTheWaiting() {
        try (Desk desk = desk(NOTHING)) {
            desk.press(Desk.ARSEN, "!n0nce");
            assertThat(desk.toasts).containsExactly("cb:");
        }
    }

    @Test
    void anErrorIsAnsweredWithItsCorrelationAndWithoutItsText() {
        List<String> marks = new CopyOnWriteArrayList<>();
        ChatCommand broken =
                command(
                        "broken",
                        Role.VIEWER,
                        (request, _) -> {
                            marks.add(MDC.get(Correlation.KEY) + " " + MDC.get(Correlation.ACTOR));
                            marks.add(request.correlation());
                            throw new IllegalStateException("s3cret detail");
                        });
        try (Desk desk = new Desk(List.of(broken), NOTHING)) {
            desk.type(Desk.ANNA, "broken");
            assertThat(desk.lastText()).contains(marks.getLast()).doesNotContain("detail");
            assertThat(marks.getFirst()).isEqualTo(marks.getLast() + " anna");
        }
    }

    @Test
    void secretsAreTakenOutOfEveryPart() {
        ChatCommand leak =
                command(
                        "leak",
                        Role.VIEWER,
                        (_, answer) ->
                                answer.show(
                                        RefusalCard.card(
                                                new RichTextBuilder()
                                                        .plain("a s3cret ")
                                                        .bold("b")
                                                        .code("s3cret")
                                                        .build())));
        try (Desk desk = new Desk(List.of(leak), NOTHING)) {
            desk.type(Desk.ANNA, "leak");
            RichText text = desk.outbox.posted().getLast().card().text();
            assertThat(text.text()).isEqualTo("a ••• b•••");
            assertThat(text.spans())
                    .containsExactly(
                            new RichText.Span(6, 1, RichText.Style.BOLD),
                            new RichText.Span(7, 3, RichText.Style.CODE));
        }
    }

    @Test
    void whatIsTooLongIsRedactedThenCutAndTheWholeComesAsAFile() {
        String text = "x".repeat(4092) + "s3cret" + "y".repeat(900);
        ChatCommand longest =
                command(
                        "longest",
                        Role.VIEWER,
                        (_, answer) -> answer.show(RefusalCard.card(RichText.plain(text))));
        try (Desk desk = new Desk(List.of(longest), NOTHING)) {
            desk.type(Desk.ANNA, "longest");
            assertThat(desk.lastText()).hasSize(4096).doesNotContain("s3c");
            assertThat(desk.outbox.posted().getLast().card().file().orElseThrow().content())
                    .isEqualTo(text.replace("s3cret", "•••"));
        }
    }

    @Test
    void aBacklogIsRefusedInOneMessageAndRunsNothing() {
        try (Desk desk = desk(NOTHING)) {
            for (int age = 61; age < 261; age++) {
                desk.handle(typed(Desk.ANNA, "say", age), Freshness.FRESH);
            }
            desk.handle(typed(Desk.ANNA, "say", 0), Freshness.EXPIRED);
            assertThat(requests).isEmpty();
            assertThat(desk.outbox.seen(Desk.GROUP_ADDRESS)).hasSize(1);
            assertThat(desk.lastText()).startsWith("⌛");

            desk.handle(typed(Desk.ANNA, "say", 0), Freshness.INTERRUPTED);
            assertThat(requests).isEmpty();
            assertThat(desk.lastText()).startsWith("⚠️");
        }
    }

    @Test
    void aStrangerHearsNothingAndTheAdminsHearOnceInAnHour() {
        try (Desk desk = desk(NOTHING)) {
            for (int i = 0; i < 40; i++) {
                desk.type(4242, "say", new Place(4242, Optional.empty(), true));
                desk.press(4242, ">say");
            }
            assertThat(desk.outbox.posted()).hasSize(1);
            assertThat(desk.outbox.posted().getFirst().to().address()).isEqualTo("111");
            assertThat(desk.outbox.lastText("111").orElse("")).contains("4242");
            assertThat(desk.toasts).isEmpty();

            desk.now = Desk.NOW.plusSeconds(3600);
            desk.type(4242, "say");
            assertThat(desk.outbox.seen("111")).hasSize(2);
            assertThat(desk.outbox.lastText("111").orElse("")).contains("79 other attempts");
        }
    }

    @Test
    void aForeignGroupIsLeftWithoutAWord() {
        try (Desk desk = desk(NOTHING)) {
            desk.type(Desk.ANNA, "say", new Place(-5, Optional.empty(), false));
            assertThat(desk.left).containsExactly(-5L);
            assertThat(desk.outbox.posted()).isEmpty();
            assertThat(requests).isEmpty();
        }
    }

    @Test
    void aGroupThatMovesIsKeptAtOnceAndToldWhichIdToConfigure() {
        try (Desk desk = desk(NOTHING)) {
            desk.handle(new Incoming.Migrated(Desk.GROUP, -2));
            desk.handle(new Incoming.Migrated(-5, -6));
            assertThat(desk.moves).containsExactly(List.of(Desk.GROUP, -2L));
            assertThat(desk.outbox.lastText("-2").orElse("")).contains("-2");
            assertThat(desk.outbox.posted()).hasSize(1);
        }
    }

    @Test
    void aTypoIsAnsweredWithWhatWasMeant() {
        try (Desk desk = desk(NOTHING)) {
            Place own = new Place(Desk.LENA, Optional.empty(), true);
            desk.type(Desk.LENA, "syay", own);
            assertThat(desk.outbox.lastText("333").orElse("")).contains("/say");
            desk.type(Desk.LENA, "x".repeat(10_000), own);
            assertThat(desk.outbox.lastText("333").orElse("").length()).isLessThan(300);
        }
    }

    @Test
    void onePersonCannotTakeAllTheTime() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(PersonPermits.EACH);
        CountDownLatch go = new CountDownLatch(1);
        ChatCommand slow =
                command(
                        "slow",
                        Role.VIEWER,
                        (_, _) -> {
                            inside.countDown();
                            awaitUnchecked(go);
                        });
        List<String> redeemed = new CopyOnWriteArrayList<>();
        try (Desk desk = new Desk(List.of(slow, say), (press, _) -> redeemed.add(press.nonce()))) {
            List<CompletionStage<?>> running =
                    IntStream.range(0, PersonPermits.EACH)
                            .<CompletionStage<?>>mapToObj(_ ->
                                    desk.dispatcher()
                                            .handle(typed(Desk.ANNA, "slow", 0), Freshness.FRESH))
                            .toList();
            inside.await();
            desk.type(Desk.ANNA, "say");
            assertThat(desk.lastText()).startsWith("⏳ 4 requests");
            assertThat(requests).isEmpty();
            desk.press(Desk.ANNA, "!stop");
            assertThat(redeemed).containsExactly("stop");
            desk.type(Desk.ARSEN, "say");
            assertThat(requests).hasSize(1);

            go.countDown();
            running.forEach(stage -> stage.toCompletableFuture().join());
            desk.type(Desk.ANNA, "say");
            assertThat(requests).hasSize(2);
        }
    }

    @Test
    void anOlderAnswerCannotWriteOverANewerOne() {
        Place group = new Place(Desk.GROUP, Optional.empty(), false);
        try (Desk desk = desk(NOTHING)) {
            desk.shown.put(7, new Subject("answer:shared"));
            OutboxAnswer older = desk.answers.toPress(group, 7);
            OutboxAnswer newer = desk.answers.toPress(group, 7);
            newer.show(RefusalCard.card(RichText.plain("new")));
            older.show(RefusalCard.card(RichText.plain("old")));
            desk.answers.close(older);
            newer.show(RefusalCard.card(RichText.plain("newest")));
            assertThat(desk.lastText()).isEqualTo("newest");
            desk.answers.close(newer);
            newer.show(RefusalCard.card(RichText.plain("too late")));
            assertThat(desk.lastText()).isEqualTo("newest");
        }
    }

    @Test
    void startGreetsAndNeverActs() {
        HelpCommand help = new HelpCommand(List.of(new WhoamiCommand()));
        try (Desk desk = new Desk(List.of(help, new StartCommand(help), say), NOTHING)) {
            desk.type(Desk.ANNA, "start say_something");
            assertThat(desk.lastText()).contains("anna").contains("/whoami");
            assertThat(requests).isEmpty();
        }
    }

    @Test
    void helpShowsOnlyWhatIsPermitted() {
        HelpCommand help = new HelpCommand(List.of(new WhoamiCommand(), act));
        try (Desk desk = new Desk(List.of(help, act), NOTHING)) {
            desk.type(Desk.LENA, "help");
            assertThat(desk.lastText()).contains("/whoami").doesNotContain("/act");
            desk.type(Desk.ARSEN, "help");
            assertThat(desk.lastText()).contains("/whoami").contains("/act");
        }
    }

    private Desk desk(Redeemer redeemer) {
        return new Desk(List.of(say, act), redeemer);
    }

    private static Incoming typed(long person, String command, int age) {
        return new Incoming.Typed(
                new Sender(person, "Somebody", false, Optional.empty()),
                new Place(Desk.GROUP, Optional.empty(), false),
                7,
                "/" + command,
                Optional.of(command),
                "",
                Optional.empty(),
                Desk.NOW.minusSeconds(age));
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ChatCommand command(String name, Role leastRole, Handler handler) {
        return new ChatCommand() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Role leastRole() {
                return leastRole;
            }

            @Override
            public Optional<Phrase> summary() {
                return Optional.of(CommandPhrase.HELP);
            }

            @Override
            public void answer(Request request, Answer answer) {
                handler.answer(request, answer);
            }
        };
    }

    private interface Handler {
        void answer(Request request, Answer answer);
    }
}
