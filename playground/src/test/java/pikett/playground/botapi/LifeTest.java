package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Message;

/// The server's life: where it listens, how it ends, how many it takes.
final class LifeTest {
    @Test
    void itListensOnLoopbackOnly() throws Exception {
        try (Desk desk = new Desk()) {
            assertThat(desk.server.address().getHost()).isEqualTo("127.0.0.1");
            InetAddress other = InetAddress.getByName("127.0.0.2");
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() ->
                                socket.connect(
                                        new InetSocketAddress(other, desk.server.port()), 1000))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    /// Often, for a connection that was lost while the server stopped was lost once in twenty times.
    @RepeatedTest(25)
    void itClosesAtOnceWhateverIsUnderWay() {
        Desk desk = new Desk();
        desk.faults().next("getMe", Fault.stall());
        List<CompletableFuture<HttpResponse<String>>> open = new ArrayList<>();
        open.add(
                desk.http()
                        .sendAsync(
                                HttpRequest.newBuilder(
                                                URI.create(desk.uri("getUpdates") + "?timeout=50"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()));
        open.add(
                desk.http()
                        .sendAsync(
                                HttpRequest.newBuilder(desk.uri("getMe")).build(),
                                HttpResponse.BodyHandlers.ofString()));
        Awaitility.await().until(() -> !desk.faults().pending());
        Awaitility.await().until(() -> desk.cloud.botSide().polling().waiting());
        long start = System.nanoTime();
        desk.server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        Awaitility.await().until(() -> open.stream().allMatch(CompletableFuture::isDone));
        desk.close();
    }

    @Test
    void aLaterServerGoesOnWithTheSameCloudOnTheSamePort() throws Exception {
        Desk desk = new Desk();
        int port = desk.server.port();
        desk.say(desk.home, "before");
        desk.server.close();
        desk.cloud.seat(desk.anna, desk.home).say("while it was down");
        try (BotApiServer later =
                BotApiServer.start(desk.cloud, BotApiSettings.of(Desk.TOKEN).onPort(port))) {
            assertThat(later.port()).isEqualTo(port);
            assertThat(desk.updates().toString()).contains("while it was down");
            assertThatThrownBy(() ->
                            BotApiServer.start(
                                    desk.cloud, BotApiSettings.of(Desk.TOKEN).onPort(port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + port);
        }
        desk.close();
    }

    @Test
    void aTokenThatCannotBeOneIsRefusedAtOnce() {
        Cloud cloud = new Cloud(InstantSource.system(), Bot.named(1, "x", "x_bot"));
        assertThatThrownBy(() -> BotApiServer.start(cloud, BotApiSettings.of("secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a bot token is a number");
    }

    @Test
    void manyCallsAtOnceLoseNothing() throws Exception {
        try (Desk desk = new Desk()) {
            List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String body =
                        Desk.to(i % 2 == 0 ? desk.home : desk.ops).put("text", "n" + i).toString();
                HttpRequest request =
                        HttpRequest.newBuilder(desk.uri("sendMessage"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build();
                calls.add(desk.http().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
                desk.cloud.seat(desk.anna, desk.home).say("p" + i);
            }
            for (CompletableFuture<HttpResponse<String>> call : calls) {
                assertThat(call.get().statusCode()).isEqualTo(200);
            }
            List<Message> home = desk.cloud.messages(desk.home.id());
            assertThat(home)
                    .hasSize(300)
                    .extracting(Message::id)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(desk.cloud.pendingUpdates()).isEqualTo(200);
            assertThat(desk.call("getMe", Json.object()).status()).isEqualTo(200);
        }
    }
}
