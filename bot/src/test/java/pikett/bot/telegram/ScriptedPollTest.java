package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.bot.telegram.EdgeDesk.soon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Polling against a server that does what no honest one does, and with a look at each request.
class ScriptedPollTest {
    @TempDir Path folder;
    private final HttpServer server = listening();
    private volatile Function<JsonNode, ArrayNode> answer = _ -> array();
    private final List<JsonNode> polls = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private EdgeDesk desk;

    @BeforeEach
    void open() {
        desk = new EdgeDesk(folder);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        desk.close();
        server.stop(0);
    }

    @Test
    void aServerThatIgnoresTheOffsetRunsNothingTwiceAndIsNotAskedInCircles() {
        answerPolls(_ -> array(Updates.command(5, "/restart", " api")));
        start("");
        soon().until(() -> !desk.handedOver.all.isEmpty() && polls.size() > 6);
        int before = polls.size();
        soon().during(Duration.ofSeconds(1)).until(() -> true);

        assertThat(desk.handedOver.all).hasSize(1);
        assertThat(polls.size() - before).isLessThan(15);
    }

    @Test
    void aServerThatCannotHoldAPollOpenIsNotHammered() {
        answerPolls(_ -> array());
        start("");
        soon().until(() -> polls.size() > 6);
        int before = polls.size();
        soon().during(Duration.ofSeconds(1)).until(() -> true);

        assertThat(polls.size() - before).isLessThan(15);
    }

    @Test
    void theNextPollAcknowledgesWhatIsKept() {
        answerPolls(
                poll -> poll.path("offset").asInt() <= 5 ? array(Updates.text(5, "x")) : array());
        start("");

        soon().until(() -> polls.size() >= 2);
        assertThat(polls.get(0).path("offset").asInt()).isEqualTo(1);
        assertThat(polls.get(1).path("offset").asInt()).isEqualTo(6);
        assertThat(polls.get(1).path("allowed_updates").toString())
                .isEqualTo("[\"message\",\"callback_query\",\"my_chat_member\"]");
    }

    @Test
    void afterFiveQuietDaysTheLastIdIsForgottenOnce() {
        answerPolls(poll ->
                poll.path("offset").asInt() == 1 && polls.size() == 1
                        ? array(Updates.text(500, "x"))
                        : array());
        start("");
        soon().until(() -> lastOffset() == 501);
        desk.clock.forward(Duration.ofDays(5).plusMinutes(1));

        soon().until(() -> lastOffset() == 1);
    }

    @Test
    void elementsWithoutIdsNeitherStopPollingNorFillTheDatabase() {
        answerPolls(_ ->
                (ArrayNode) Updates.json("[null,17,{\"message\":{}},{\"update_id\":99999999999}]"));
        TelegramEdge edge = start("");
        soon().until(() -> edge.health().state() == PollHealth.State.UNREACHABLE);
        assertThat(desk.deadLetters()).isZero();

        answerPolls(poll ->
                poll.path("offset").asInt() <= 5
                        ? array(Updates.text(5, "good")).add("bad")
                        : array());
        soon().until(() -> desk.handedOver.texts().equals(List.of("good")));
        assertThat(desk.deadLetters()).isEqualTo(1);
    }

    @Test
    void aRelayUnderAPathIsReachedThroughIt() {
        answerPolls(_ -> array());
        start("/relay/telegram/");
        soon().until(() -> !polls.isEmpty());

        assertThat(paths)
                .allSatisfy(path -> assertThat(path).startsWith("/relay/telegram/bot7000000001:"));
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int lastOffset() {
        return polls.isEmpty() ? -1 : polls.getLast().path("offset").asInt();
    }

    private TelegramEdge start(String path) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return desk.start(EdgeDesk.endpoint(address), desk.handedOver);
    }

    private static ArrayNode array(ObjectNode... updates) {
        return ApiAnswer.JSON.createArrayNode().addAll(List.of(updates));
    }

    private void answerPolls(Function<JsonNode, ArrayNode> how) {
        answer = how;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        paths.add(path);
        byte[] asked = exchange.getRequestBody().readAllBytes();
        byte[] body =
                body(path, new String(asked, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String body(String path, String asked) {
        if (path.endsWith("/getupdates")) {
            JsonNode poll = Updates.json(asked);
            polls.add(poll);
            return ok(answer.apply(poll).toString());
        }
        return path.endsWith("/getme")
                ? ok(
                        "{\"id\":7000000001,\"is_bot\":true,\"first_name\":\"P\",\"username\":\"pikett_bot\"}")
                : ok("true");
    }

    private static String ok(String result) {
        return "{\"ok\":true,\"result\":" + result + "}";
    }
}
