package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.bot.telegram.EdgeDesk.soon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.adapters.store.StoreUnavailableException;
import pikett.adapters.store.Stores;
import pikett.config.Secret;

/// What happens to kept updates, each at most once.
class InboxWorkerTest {
    private static final BotIdentity ME = new BotIdentity(42, "pikett_bot");
    private static final Instant SENT = Instant.ofEpochSecond(1_763_632_800);

    @TempDir Path folder;
    private final HandClock clock = new HandClock(SENT);
    private final HandedOver handedOver = new HandedOver();
    private final List<InboxWorker> workers = new ArrayList<>();
    private FlakyStore store;
    private Inbox inbox;

    @BeforeEach
    void open() {
        store = new FlakyStore(Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("x.db"))));
        inbox = new Inbox(store, 42, clock);
    }

    @AfterEach
    void close() {
        workers.forEach(InboxWorker::close);
        store.close();
    }

    @Test
    void handsOverInTheOrderOfArrival() {
        List<String> texts = IntStream.rangeClosed(1, 250).mapToObj(n -> "message " + n).toList();
        for (int n = 1; n <= 250; n++) {
            keep(Updates.text(n, texts.get(n - 1)));
        }
        work(handedOver);

        soon().until(() -> handedOver.all.size() == 250);
        assertThat(handedOver.texts()).isEqualTo(texts);
        soon().until(() -> states().stream().allMatch("DONE"::equals));
    }

    @Test
    void aChatThatHangsHoldsNoOtherUp() {
        CountDownLatch hang = new CountDownLatch(1);
        IncomingHandler slowInOps =
                (incoming, fresh) -> {
                    if (((Incoming.Typed) incoming).place().chat() == -100) {
                        soon().until(() -> hang.getCount() == 0);
                    }
                    return handedOver.handle(incoming, fresh);
                };
        keep(Updates.text(1, "slow"));
        keep(inChat(Updates.text(2, "quick"), -200));
        keep(Updates.text(3, "after slow"));
        work(slowInOps);

        soon().until(() -> handedOver.texts().equals(List.of("quick")));
        hang.countDown();
        soon().until(() -> handedOver.texts().equals(List.of("quick", "slow", "after slow")));
    }

    @Test
    void aHandOverIsNotedBeforeItHappens() {
        List<String> statesSeen = new CopyOnWriteArrayList<>();
        keep(Updates.text(1, "x"));
        work((_, _) -> {
            statesSeen.addAll(states());
            return CompletableFuture.completedFuture(null);
        });

        soon().until(() -> statesSeen.equals(List.of("STARTED")));
    }

    @Test
    void theSameUpdateAndTheSameMessageUnderAnotherIdAreHandedOverOnce() {
        keep(Updates.command(1, "/restart", " api"));
        work(handedOver);
        soon().until(() -> states().equals(List.of("DONE")));

        keep(Updates.command(1, "/restart", " api"));
        ObjectNode again = Updates.command(9, "/restart", " api");
        Updates.message(again).put("message_id", 10);
        keep(again);
        keep(Updates.text(12, "the last"));
        soon().until(() -> handedOver.texts().contains("the last"));

        assertThat(handedOver.texts()).containsExactly("/restart api", "the last");
    }

    @Test
    void lowerIdsThanBeforeAreNotTakenForOldOnes() {
        keep(Updates.text(900_000, "before"));
        keep(Updates.text(7, "after a quiet week"));
        work(handedOver);

        soon().until(() -> handedOver.texts().equals(List.of("before", "after a quiet week")));
    }

    @Test
    void anotherBotCountsItsUpdatesForItself() {
        keep(Updates.text(1, "ours"));
        new Inbox(store, 43, clock).keep(batch(Updates.text(1, "theirs")));
        work(handedOver);

        soon().until(() -> states().contains("DONE"));
        assertThat(handedOver.texts()).containsExactly("ours");
        assertThat(states()).containsExactly("DONE", "WAITING");
    }

    @ParameterizedTest
    @CsvSource({"-30, FRESH", "0, FRESH", "60, FRESH", "61, EXPIRED", "86400, EXPIRED"})
    void aCommandOlderThanAMinuteHasExpired(int age, Freshness expected) {
        keep(Updates.command(1, "/restart", " api"));
        clock.forward(Duration.ofSeconds(age));
        work(handedOver);

        soon().until(() -> handedOver.freshness.equals(List.of(expected)));
    }

    @Test
    void aBacklogOfADayExpiresInOrderAndNothingOfItIsFresh() {
        clock.forward(Duration.ofHours(24).plusMinutes(2));
        for (int n = 1; n <= 200; n++) {
            ObjectNode update = Updates.command(n, "/restart", " s" + n);
            Updates.message(update).put("date", SENT.getEpochSecond() + n * 432L);
            keep(update);
        }
        work(handedOver);

        soon().until(() -> handedOver.all.size() == 200);
        assertThat(handedOver.freshness).containsOnly(Freshness.EXPIRED);
    }

    @Test
    void whatWasCutOffIsReportedAndNeverDoneAgain() {
        keep(Updates.command(1, "/restart", " api"));
        List<Freshness> seen = new CopyOnWriteArrayList<>();
        InboxWorker first =
                work((_, fresh) -> {
                    seen.add(fresh);
                    return new CompletableFuture<>(); // never ends
                });
        soon().until(() -> seen.equals(List.of(Freshness.FRESH)));
        first.close();

        work(handedOver);
        soon().until(() -> handedOver.freshness.equals(List.of(Freshness.INTERRUPTED)));
        soon().until(() -> states().equals(List.of("INTERRUPTED")));

        work(handedOver);
        keep(Updates.text(2, "next"));
        soon().until(() -> handedOver.texts().contains("next"));
        assertThat(handedOver.freshness).containsExactly(Freshness.INTERRUPTED, Freshness.FRESH);
    }

    @Test
    void aMigrationThatWasCutOffIsToldAgain() {
        ObjectNode update = Updates.text(1, "");
        Updates.message(update).put("migrate_to_chat_id", -1007L);
        keep(update);
        CountDownLatch begun = new CountDownLatch(1);
        InboxWorker first =
                work((_, _) -> {
                    begun.countDown();
                    return new CompletableFuture<>();
                });
        soon().until(() -> begun.getCount() == 0);
        first.close();

        work(handedOver);
        soon().until(() -> handedOver.all.equals(List.of(new Incoming.Migrated(-100, -1007))));
        assertThat(handedOver.freshness).containsExactly(Freshness.FRESH);
    }

    @Test
    void whatIsWrittenInTheNewGroupWaitsUntilTheMoveIsKnown() {
        ObjectNode moves = Updates.text(1, "");
        Updates.message(moves).put("migrate_to_chat_id", -1007L);
        keep(moves);
        ObjectNode text = Updates.text(2, "written later");
        ((ObjectNode) Updates.message(text).get("chat")).put("id", -1007L);
        keep(text);
        List<Incoming> known = new CopyOnWriteArrayList<>();
        CountDownLatch overtaken = new CountDownLatch(1);
        work((incoming, _) -> {
            if (incoming instanceof Incoming.Migrated) {
                awaitQuietly(overtaken, Duration.ofMillis(300));
            } else {
                overtaken.countDown();
            }
            known.add(incoming);
            return CompletableFuture.completedFuture(incoming);
        });

        soon().until(() -> known.size() == 2);
        assertThat(known.getFirst()).isEqualTo(new Incoming.Migrated(-100, -1007));
    }

    private static void awaitQuietly(CountDownLatch latch, Duration atMost) {
        try {
            assertThat(latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void workThatFailsIsNotRepeatedAndHoldsNothingUp() {
        keep(Updates.text(1, "bad"));
        keep(Updates.text(2, "good"));
        List<String> tried = new CopyOnWriteArrayList<>();
        work((incoming, _) -> {
            tried.add(((Incoming.Typed) incoming).text());
            throw new IllegalStateException("a bug");
        });

        soon().until(() -> states().equals(List.of("DONE", "DONE")));
        assertThat(tried).containsExactly("bad", "good");
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsHandedOverAndAfterwardsEverythingInOrder() {
        keep(Updates.text(1, "one"));
        keep(Updates.text(2, "two"));
        store.failWith(new StoreUnavailableException("away", new IllegalStateException()), 4);
        work(handedOver);

        soon().until(() -> handedOver.texts().equals(List.of("one", "two")));
        assertThat(store.failed.get()).isEqualTo(4);
        soon().until(() -> states().equals(List.of("DONE", "DONE")));
    }

    @Test
    void nothingIsHandedOverBeforeWeKnowWhoWeAre() {
        List<BotIdentity> known = new CopyOnWriteArrayList<>();
        keep(Updates.command(1, "/restart@pikett_bot", ""));
        InboxWorker worker =
                new InboxWorker(inbox, () -> known.stream().findFirst(), handedOver, clock);
        workers.add(worker);
        worker.start();
        soon().during(Duration.ofMillis(300)).until(() -> states().equals(List.of("WAITING")));

        known.add(ME);
        worker.wake();
        soon().until(() ->
                handedOver.all.size() == 1
                        && ((Incoming.Typed) handedOver.all.getFirst())
                                .command()
                                .equals(Optional.of("restart")));
    }

    @Test
    void rowsAreKeptForThreeDaysAndThoseThatWaitForEver() {
        keep(Updates.text(1, "done"));
        work(handedOver);
        soon().until(() -> states().equals(List.of("DONE")));
        workers.forEach(InboxWorker::close);
        keep(Updates.text(2, "waits"));

        clock.forward(Duration.ofHours(71));
        assertThat(inbox.prune()).isZero();
        clock.forward(Duration.ofHours(2));
        assertThat(inbox.prune()).isEqualTo(1);
        assertThat(states()).containsExactly("WAITING");
    }

    private InboxWorker work(IncomingHandler handler) {
        InboxWorker worker = new InboxWorker(inbox, () -> Optional.of(ME), handler, clock);
        workers.add(worker);
        worker.start();
        return worker;
    }

    private void keep(ObjectNode update) {
        inbox.keep(batch(update));
    }

    private static UpdateBatch batch(ObjectNode update) {
        return UpdateBatch.of(ApiAnswer.JSON.createArrayNode().add(update));
    }

    private static ObjectNode inChat(ObjectNode update, long chat) {
        ((ObjectNode) Updates.message(update).get("chat")).put("id", chat);
        return update;
    }

    private List<String> states() {
        return store.read(handle ->
                handle.createQuery("SELECT state FROM inbox_updates ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }
}
