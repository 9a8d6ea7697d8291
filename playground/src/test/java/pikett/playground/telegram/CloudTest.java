package pikett.playground.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// Watching the cloud: waiting for messages, reading the changes.
final class CloudTest {
    private final Cloud cloud =
            new Cloud(
                    InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")),
                    Bot.named(1, "Pikett", "pikett_bot"));
    private final Person anna = cloud.rooms().addPerson("Anna");
    private final Chat home = cloud.rooms().openPrivate(anna);

    @Test
    void aMessageIsAwaitedUntilItComes() throws Exception {
        CompletableFuture<Message> awaited =
                CompletableFuture.supplyAsync(() ->
                        cloud.awaitMessage(
                                m -> m.text().contains("three"), Duration.ofSeconds(20)));
        cloud.seat(anna, home).say("one");
        Awaitility.await().during(Duration.ofMillis(200)).until(() -> !awaited.isDone());
        cloud.seat(anna, home).say("two and three");
        assertThat(awaited.get(20, TimeUnit.SECONDS).text()).isEqualTo("two and three");
    }

    @Test
    void whoWaitsInVainIsShownWhatThereWas() {
        cloud.seat(anna, home).say("something else");
        assertThatThrownBy(
                        () -> cloud.awaitMessage(m -> m.text().equals("x"), Duration.ofMillis(20)))
                .isInstanceOf(NothingSeenException.class)
                .hasMessageContaining("no such message within PT0.02S")
                .hasMessageContaining("something else");
    }

    @Test
    void changesAreNumberedAndAwaited() throws Exception {
        long start = cloud.lastChange();
        assertThat(cloud.changesAfter(start, Duration.ofMillis(10)).entries()).isEmpty();
        CompletableFuture<Changes> awaited =
                CompletableFuture.supplyAsync(
                        () -> cloud.changesAfter(start, Duration.ofSeconds(20)));
        Message said = cloud.seat(anna, home).say("hello");
        Changes changes = awaited.get(20, TimeUnit.SECONDS);
        assertThat(changes.complete()).isTrue();
        assertThat(changes.entries()).extracting(Changes.Entry::number).containsExactly(start + 1);
        assertThat(changes.entries())
                .extracting(Changes.Entry::change)
                .containsExactly(new Change.Posted(said));
        cloud.seat(anna, home).edit(said.id(), "hello!");
        assertThat(cloud.changesAfter(start + 1, Duration.ZERO).entries().getFirst().change())
                .isInstanceOf(Change.Edited.class);
    }

    @Test
    void whoFellTooFarBehindIsToldSo() {
        long start = cloud.lastChange();
        for (int i = 0; i < 20_001; i++) {
            cloud.seat(anna, home).say("n");
        }
        Changes behind = cloud.changesAfter(start, Duration.ZERO);
        assertThat(behind.complete()).isFalse();
        assertThat(behind.entries()).hasSize(20_000);
        assertThat(cloud.changesAfter(start + 1, Duration.ZERO).complete()).isTrue();
    }

    @Test
    void aChatKeepsItsNewestTenThousandMessages() {
        for (int i = 0; i < 10_005; i++) {
            cloud.seat(anna, home).say("n" + i);
        }
        assertThat(cloud.messages(home.id()))
                .hasSize(10_000)
                .first()
                .extracting(Message::text)
                .isEqualTo("n5");
    }

    @Test
    void anInterruptedWaitEndsAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> cloud.awaitMessage(m -> false, Duration.ofSeconds(20)))
                .isInstanceOf(NothingSeenException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
