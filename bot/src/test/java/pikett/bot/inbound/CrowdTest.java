package pikett.bot.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.config.InboundConfig;

/// What those can do to the others who are slow, silent or many.
final class CrowdTest {
    private static final String HEAD =
            "POST /take HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Sender> crowd = new ArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private Listener listener;

    @AfterEach
    void stops() throws IOException {
        held.countDown();
        for (Sender sender : crowd) {
            sender.close();
        }
        listener.close();
    }

    @BeforeEach
    void listens() throws IOException {
        listener = listener(DoorLimits.USUAL);
    }

    private void listens(DoorLimits limits) throws IOException {
        listener.close();
        listener = listener(limits);
    }

    private Listener listener(DoorLimits limits) throws IOException {
        return Listener.start(
                new InboundConfig("127.0.0.1", 0),
                List.of(
                        Route.page("/page", () -> Page.text(200, "read")),
                        new Route("/take", Set.of("POST"), _ -> Page.text(200, "taken")),
                        new Route("/hold", Set.of("POST"), this::hold),
                        new Route("/signed", Set.of("POST"), new Signed())),
                limits);
    }

    /// Knows nobody before their body is read.
    private final class Signed implements Answerer {
        @Override
        public boolean knows(Head head) {
            return false;
        }

        @Override
        public Page answer(Call call) {
            return hold(call);
        }
    }

    private Page hold(Call call) {
        try {
            held.await();
            return Page.text(200, "held " + call.body().bytes().length);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sender joins(String said) throws IOException {
        Sender sender = new Sender(listener.port());
        crowd.add(sender);
        return sender.send(said);
    }

    /// F58.
    @Test
    void a_thousand_who_are_silent_or_slow_delay_nobody() throws Exception {
        for (int index = 0; index < 250; index++) {
            joins("");
            joins("POST /take HT");
            joins(HEAD);
            joins(HEAD + "{\"alerts\":");
        }

        for (int index = 0; index < 50; index++) {
            long before = System.nanoTime();
            assertThat(posted("/take", 100_000)).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(1));
        }
        assertThat(crowd).hasSize(1_000);
    }

    @Test
    void who_says_nothing_is_cut_off() throws Exception {
        listens(impatient());
        List<Sender> silent =
                List.of(joins(""), joins("POST /take HT"), joins(HEAD), joins(HEAD + "a"));

        for (Sender sender : silent) {
            await().atMost(Duration.ofSeconds(10)).until(sender::cutOff);
        }
    }

    @Test
    void who_sends_a_byte_now_and_then_is_cut_off() throws Exception {
        listens(impatient());
        Sender head = joins("POST /take HTTP/1.1\r\nHost: ");
        Sender later = joins("GET /page HTTP/1.1\r\nHost: a\r\n\r\nGET /pa");
        Sender body = joins(HEAD);

        // All at once, so that none of them is cut off for being silent.
        Set<Sender> open = new HashSet<>(Set.of(head, later, body));
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    open.removeIf(CrowdTest::trickleEnds);
                    return open.isEmpty();
                });
    }

    @Test
    void who_keeps_the_connection_and_asks_now_and_then_is_not_cut_off() throws Exception {
        listens(impatient());
        Sender steady = joins("");
        long until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    steady.send("GET /page HTTP/1.1\r\nHost: a\r\n\r\n");
                    return System.nanoTime() > until;
                });

        assertThat(
                        steady.send("GET /page HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                                .heard())
                .endsWith("read\n");
    }

    @Test
    void more_than_there_is_room_for_is_sent_away_until_there_is_again() throws Exception {
        listens(room(250_000, 100));
        CompletableFuture<Integer> first = posting("/hold", 100_000);
        CompletableFuture<Integer> second = posting("/hold", 100_000);
        await().until(() -> posted("/take", 100_000) == 503);

        assertThat(got("/page")).isEqualTo(200);
        assertThat(posted("/take", 1_000)).isEqualTo(200);
        held.countDown();
        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join()).isEqualTo(200);
        await().until(() -> posted("/take", 200_000) == 200);
    }

    @Test
    void who_is_not_known_yet_takes_no_room_from_who_is() throws Exception {
        listens(room(250_000, 100));
        CompletableFuture<Integer> first = posting("/signed", 100_000);
        CompletableFuture<Integer> second = posting("/signed", 100_000);
        await().until(() -> posted("/signed", 100_000) == 503);

        assertThat(posted("/take", 200_000)).isEqualTo(200);
        held.countDown();
        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join()).isEqualTo(200);
    }

    @Test
    void more_than_are_answered_at_once_are_sent_away_and_pages_are_still_read() throws Exception {
        listens(room(10_000_000, 2));
        CompletableFuture<Integer> first = posting("/hold", 10);
        CompletableFuture<Integer> second = posting("/hold", 10);
        await().until(() -> posted("/take", 10) == 503);

        assertThat(got("/page")).isEqualTo(200);
        held.countDown();
        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join()).isEqualTo(200);
        await().until(() -> posted("/take", 10) == 200);
    }

    private static boolean trickleEnds(Sender sender) {
        try {
            sender.send("x");
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private static DoorLimits impatient() {
        return new DoorLimits(
                1_000_000,
                10_000_000,
                10_000_000,
                10,
                100,
                Duration.ofMillis(700),
                Duration.ofMillis(400),
                1_000);
    }

    private static DoorLimits room(long heldBytes, int callsAtOnce) {
        return new DoorLimits(
                1_000_000,
                heldBytes,
                heldBytes,
                callsAtOnce,
                100,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                1_000);
    }

    private CompletableFuture<Integer> posting(String path, int length) {
        return client.sendAsync(post(path, length), BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode());
    }

    private int posted(String path, int length) throws IOException, InterruptedException {
        return client.send(post(path, length), BodyHandlers.ofString()).statusCode();
    }

    private int got(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private HttpRequest post(String path, int length) {
        return HttpRequest.newBuilder(at(path))
                .POST(BodyPublishers.ofByteArray(new byte[length]))
                .build();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + listener.port() + path);
    }
}
