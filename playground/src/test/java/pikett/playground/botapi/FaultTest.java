package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.botapi.fault.Plan;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.message.Message;

/// Faults, as a bot meets them.
final class FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private List<String> seen() {
        return desk.cloud.messages(desk.home.id()).stream().map(Message::text).toList();
    }

    private HttpRequest request(String text, Duration timeout) {
        return HttpRequest.newBuilder(desk.uri("sendMessage"))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                Desk.to(desk.home).put("text", text).toString()))
                .build();
    }

    @Test
    void aProxyAnswersInsteadOfTelegramOnce() throws Exception {
        desk.faults().next("sendMessage", Fault.respond(502, "<html>Bad Gateway</html>"));
        Desk.Reply reply = desk.say(desk.home, "lost");
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.raw().body()).isEqualTo("<html>Bad Gateway</html>");
        assertThat(seen()).isEmpty();
        assertThat(desk.faults().pending()).isFalse();
        assertThat(desk.say(desk.home, "kept").status()).isEqualTo(200);
    }

    @Test
    void aProxyAnswersAlthoughTelegramTookIt() throws Exception {
        desk.faults().next("sendMessage", Fault.deliverThenRespond(502, "oops"));
        assertThat(desk.say(desk.home, "kept").status()).isEqualTo(502);
        assertThat(seen()).containsExactly("kept");
    }

    @Test
    void nobodyAnswers() {
        desk.faults().next("sendMessage", Fault.stall());
        assertThatThrownBy(() -> desk.send(request("lost", Duration.ofMillis(1500))))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(seen()).isEmpty();
        desk.faults().next("sendMessage", Fault.deliverThenStall());
        assertThatThrownBy(() -> desk.send(request("kept", Duration.ofMillis(1500))))
                .isInstanceOf(HttpTimeoutException.class);
        Awaitility.await().until(() -> seen().equals(List.of("kept")));
    }

    @Test
    void theConnectionIsReset() {
        desk.faults().next("sendMessage", Fault.reset());
        assertThatThrownBy(() -> desk.send(request("lost", PATIENCE)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(seen()).isEmpty();
        desk.faults().next("sendMessage", Fault.deliverThenReset());
        assertThatThrownBy(() -> desk.send(request("kept", PATIENCE)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(seen()).containsExactly("kept");
    }

    @Test
    void aResetIsNoOrderlyEnd() throws IOException {
        desk.faults().next("getMe", Fault.reset());
        String call = "GET " + desk.uri("getMe").getPath() + " HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.server.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void theConnectionIsResetInTheMiddleOfTheAnswer() {
        desk.faults().next("sendMessage", Fault.cut(20));
        assertThatThrownBy(() -> desk.send(request("kept", PATIENCE)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(seen()).containsExactly("kept");
    }

    @Test
    void telegramIsFloodedWithAndWithoutANumber() throws Exception {
        desk.faults().next("sendMessage", Fault.flood(30));
        Desk.Reply numbered = desk.say(desk.home, "x");
        assertThat(numbered.status()).isEqualTo(429);
        assertThat(numbered.body().path("parameters").path("retry_after").asInt()).isEqualTo(30);
        desk.faults().next("sendMessage", Fault.floodWithoutParameters());
        Desk.Reply bare = desk.say(desk.home, "x");
        assertThat(bare.status()).isEqualTo(429);
        assertThat(bare.body().has("parameters")).isFalse();
        assertThat(seen()).isEmpty();
    }

    @Test
    void theTokenIsRevoked() throws Exception {
        desk.faults().always("*", Fault.refuse(401, "Unauthorized"));
        assertThat(desk.call("getMe", Json.object()).raw().body())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(desk.call("getUpdates", Json.object()).status()).isEqualTo(401);
    }

    @Test
    void theJsonIsCutShort() throws Exception {
        desk.faults().next("sendMessage", Fault.truncate(25));
        Desk.Reply reply = desk.say(desk.home, "kept");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.raw().body()).hasSize(25).startsWith("{\"ok\":true");
        assertThat(seen()).containsExactly("kept");
    }

    @Test
    void theAnswerTrickles() {
        desk.faults().next("sendMessage", Fault.trickle());
        CompletableFuture<HttpResponse<String>> slow =
                desk.http()
                        .sendAsync(
                                HttpRequest.newBuilder(request("kept", PATIENCE), (_, _) -> true)
                                        .timeout(Duration.ofSeconds(60))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        Awaitility.await().until(() -> seen().contains("kept"));
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(15))
                .until(() -> !slow.isDone());
        slow.cancel(true);
    }

    @Test
    void aPlanHoldsForItsMethodItsChatAndItsNumberOfTimes() throws Exception {
        Plan plan =
                desk.faults()
                        .on("SendMessage")
                        .inChat(desk.ops.id())
                        .times(2)
                        .play(Fault.respond(500, "x"));
        assertThat(desk.say(desk.home, "other chat").status()).isEqualTo(200);
        assertThat(desk.call("getMe", Json.object()).status()).isEqualTo(200);
        assertThat(desk.say(desk.ops, "1").status()).isEqualTo(500);
        assertThat(desk.say(desk.ops, "2").status()).isEqualTo(500);
        assertThat(desk.say(desk.ops, "3").status()).isEqualTo(200);
        assertThat(plan.played()).isEqualTo(2);
    }

    @Test
    void plansEndWhenTheyAreCleared() throws Exception {
        desk.faults().always("getMe", Fault.respond(503, "x"));
        assertThat(desk.call("getMe", Json.object()).status()).isEqualTo(503);
        assertThat(desk.call("getMe", Json.object()).status()).isEqualTo(503);
        desk.faults().clear();
        assertThat(desk.call("getMe", Json.object()).status()).isEqualTo(200);
    }
}
