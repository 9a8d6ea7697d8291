package pikett.playground.page;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.FloodRules;

/// The page's server over real HTTP, with a bot over real HTTP behind it.
@Timeout(60)
class PageTest {
    private static final String ANNA = "111222333";
    private static final String ARSEN = "601999";
    private static final String STRANGER = "777000777";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Playground playground;
    private static EchoBot bot;

    @BeforeAll
    static void begin() throws Exception {
        playground =
                Playground.start(
                        PlaygroundSettings.onPort(0).withoutWorld(), InstantSource.system());
        playground.cloud().useFloodRules(FloodRules.OFF);
        bot = new EchoBot(playground).start();
    }

    @AfterAll
    static void end() throws Exception {
        bot.close();
        playground.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyFileOfThePageIsThere(PageFile file) throws Exception {
        assertThat(file.bytes()).isNotEmpty();
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                .as("nothing from elsewhere, and no markup from text")
                .doesNotContain("innerHTML", "cdn", "@import", "insertAdjacentHTML");
    }

    @Test
    void thePageMayLoadNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = send(get("/"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void whatIsSaidIsHeardByTheBotAndItsAnswerIsSeen() throws Exception {
        assertThat(say(ANNA, ANNA, "good morning").statusCode()).isEqualTo(200);

        JsonNode answer = awaitMessage(ANNA, ANNA, "You said: good morning");
        assertThat(answer.at("/reply_markup/inline_keyboard/0/1/style").asText())
                .isEqualTo("danger");
        assertThat(answer.path("silent").asBoolean(true)).isFalse();
    }

    @Test
    void aTapIsAnsweredAndTheMessageIsEditedInPlace() throws Exception {
        say(ANNA, ANNA, "press me").statusCode();
        int id = awaitMessage(ANNA, ANNA, "You said: press me").path("message_id").asInt();

        JsonNode answer =
                json(send(post("/press", deed(ANNA, ANNA).put("message", id).put("data", "no"))));

        assertThat(answer.path("text").asText()).isEqualTo("You pressed no");
        assertThat(answer.path("alert").asBoolean()).isTrue();
        JsonNode edited = awaitMessage(ANNA, ANNA, "Pressed: no");
        assertThat(edited.path("message_id").asInt()).isEqualTo(id);
        assertThat(edited.has("edit_date")).isTrue();
    }

    @Test
    void changesArePouredOutAsTheyHappen() throws Exception {
        long last = view(ARSEN).path("last").asLong();
        HttpResponse<InputStream> events =
                HTTP.send(
                        get("/events?as=" + ARSEN + "&after=" + last),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            say(ARSEN, ARSEN, "<b>poured</b>");
            String line = lines.readLine();
            while (!line.startsWith("data: ") || !line.contains("You said: <b>poured</b>")) {
                line = lines.readLine();
            }
            assertThat(Json.parse(line.substring(6)).orElseThrow().path("kind").asText())
                    .isEqualTo("posted");
        }
    }

    @Test
    void eachSeesTheirOwnChatsAndMenu() throws Exception {
        assertThat(view(STRANGER).path("chats")).hasSize(1);
        assertThat(view(ANNA).path("chats")).hasSize(3);
        assertThat(view(ANNA).at("/chats/0/menu/0/command").asText()).isEqualTo("status");
        assertThat(view(ANNA).path("people")).hasSize(4);
    }

    @Test
    void nobodySpeaksWhereTheyAreNot() throws Exception {
        HttpResponse<String> refused = say(STRANGER, "-1001234567890", "let me in");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("is not in ops");
    }

    @Test
    void anotherPageMayDoNothing() throws Exception {
        ObjectNode deed = deed(ANNA, ANNA).put("text", "forged");
        HttpRequest.Builder bare =
                HttpRequest.newBuilder(uri("/say"))
                        .POST(HttpRequest.BodyPublishers.ofString(deed.toString()));

        assertThat(send(bare.copy().build()).statusCode()).isEqualTo(403);
        assertThat(send(bare.copy().header("Origin", "http://evil.example").build()).statusCode())
                .isEqualTo(403);
        assertThat(send(bare.copy().header("Origin", "null").build()).statusCode()).isEqualTo(403);
        assertThat(send(get("/say?as=1&text=forged")).statusCode()).isEqualTo(405);
        assertThat(playground.cloud().messages(playground.cloud().rooms().chats().getFirst().id()))
                .noneMatch(message -> message.text().contains("forged"));
    }

    @Test
    void anotherNameForThisMachineIsRefused() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), playground.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /view?as=111222333 HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("127.0.0.1 instead");
        }
    }

    @Test
    void badRequestsAreToldWhatIsWrong() throws Exception {
        assertThat(send(get("/view?as=nobody")).body()).contains("there is no person nobody here");
        assertThat(send(get("/nothing")).statusCode()).isEqualTo(404);
        assertThat(send(get("/events?as=" + ANNA + "&after=x")).statusCode()).isEqualTo(400);
        assertThat(say(ANNA, "42", "hello").body()).contains("there is no chat 42");
        assertThat(say(ANNA, ANNA, "  ").body()).contains("1 to 4096 characters");
        assertThat(send(post("/world", Json.object().put("lever", "heal"))).body())
                .contains("there is no world here");
        assertThat(send(post("/press", deed(ANNA, ANNA).put("message", 99_999))).body())
                .contains("this message is gone");
    }

    private static JsonNode awaitMessage(String person, String chat, String text) {
        return await().atMost(20, SECONDS)
                .until(() -> message(view(person), chat, text), node -> !node.isMissingNode());
    }

    private static JsonNode message(JsonNode view, String chat, String text) {
        for (JsonNode each : view.path("chats")) {
            for (JsonNode message : each.path("messages")) {
                if (each.path("id").asText().equals(chat)
                        && message.path("text").asText().equals(text)) {
                    return message;
                }
            }
        }
        return view.path("there is none");
    }

    private static ObjectNode deed(String person, String chat) {
        return Json.object().put("as", person).put("chat", chat);
    }

    private static HttpResponse<String> say(String person, String chat, String text)
            throws Exception {
        return send(post("/say", deed(person, chat).put("text", text)));
    }

    private static JsonNode view(String person) throws Exception {
        return json(send(get("/view?as=" + person)));
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.parse(response.body()).orElseThrow();
    }

    private static URI uri(String path) {
        return playground.address().resolve(path);
    }

    private static HttpRequest get(String path) {
        return HttpRequest.newBuilder(uri(path)).build();
    }

    private static HttpRequest post(String path, ObjectNode body) {
        String address = playground.address().toString();
        return HttpRequest.newBuilder(uri(path))
                .header("Origin", address.substring(0, address.length() - 1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
