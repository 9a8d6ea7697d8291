package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    /// Often, for it is a race. With bare sockets, because a client of HTTP that is cut off tries again.
    @RepeatedTest(25)
    void itClosesAtOnceWhateverIsUnderWay() throws Exception {
        try (Desk desk = new Desk()) {
            desk.faults().next("getMe", Fault.stall());
            try (Socket poll = ask(desk, "getUpdates", "?timeout=50");
                    Socket stalled = ask(desk, "getMe", "")) {
                Awaitility.await().until(() -> !desk.faults().pending());
                Awaitility.await().until(() -> desk.cloud.botSide().polling().waiting());
                long start = System.nanoTime();
                desk.server.close();
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isLessThan(Duration.ofSeconds(10));
                assertCutOff(poll);
                assertCutOff(stalled);
            }
        }
    }

    private static Socket ask(Desk desk, String method, String query) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.server.port());
        String request =
                "GET " + desk.uri(method).getPath() + query + " HTTP/1.1\r\nHost: x\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static void assertCutOff(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException _) {
            // A reset is an end too; only silence is not, and that is a SocketTimeoutException.
        }
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
