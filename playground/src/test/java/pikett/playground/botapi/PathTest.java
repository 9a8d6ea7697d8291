package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.CallbackAnswer;
import pikett.playground.telegram.Press;
import pikett.playground.telegram.message.Message;

/// The whole way: a person speaks, the bot hears, answers, is pressed, edits.
final class PathTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aPersonSpeaksAndTheBotAnswersWithButtons() throws Exception {
        desk.cloud.seat(desk.anna, desk.home).say("/status now");

        JsonNode update = desk.updates().path(0);
        assertThat(update.path("update_id").asInt()).isEqualTo(1000);
        JsonNode message = update.path("message");
        assertThat(message.path("text").asText()).isEqualTo("/status now");
        assertThat(message.path("from").path("id").asLong()).isEqualTo(desk.anna.id().value());
        assertThat(message.path("chat").path("type").asText()).isEqualTo("private");
        assertThat(message.path("entities").toString())
                .isEqualTo("[{\"offset\":0,\"length\":7,\"type\":\"bot_command\"}]");

        String buttons =
                "{\"inline_keyboard\":[[{\"text\":\"Restart\",\"callback_data\":\"r:1\",\"style\":\"danger\"}]]}";
        int id =
                desk.call(
                                "sendMessage",
                                Desk.to(desk.home)
                                        .put("text", "all well")
                                        .put("reply_markup", buttons))
                        .messageId();
        Message seen =
                desk.cloud.awaitMessage(m -> m.text().equals("all well"), Duration.ofSeconds(1));
        assertThat(seen.id()).isEqualTo(id);

        Press press = desk.cloud.seat(desk.anna, desk.home).press(seen, "Restart");
        JsonNode query = desk.updates().path(0).path("callback_query");
        assertThat(query.path("data").asText()).isEqualTo("r:1");
        assertThat(query.path("message").path("message_id").asInt()).isEqualTo(id);
        desk.call(
                        "answerCallbackQuery",
                        Json.object()
                                .put("callback_query_id", query.path("id").asText())
                                .put("text", "On it"))
                .result();
        assertThat(press.answer(Duration.ofSeconds(1)))
                .contains(new CallbackAnswer("On it", false));

        desk.clock.forward(Duration.ofSeconds(5));
        desk.call(
                        "editMessageText",
                        Desk.to(desk.home).put("message_id", id).put("text", "restarted"))
                .result();
        assertThat(desk.cloud.message(seen.key()).map(Message::text))
                .isEqualTo(Optional.of("restarted"));
        assertThat(desk.cloud.history(seen.key()).orElseThrow().versions()).hasSize(2);
    }

    @Test
    void getMeTellsTheBotWhoItIs() throws Exception {
        JsonNode me = desk.call("getMe", Json.object()).result();
        assertThat(me.path("username").asText()).isEqualTo("pikett_bot");
        assertThat(me.path("is_bot").asBoolean()).isTrue();
        assertThat(me.path("can_read_all_group_messages").asBoolean()).isFalse();
    }

    @Test
    void aWrongTokenAnUnknownMethodAndAnUnknownPathAreToldApart() throws Exception {
        HttpRequest wrong =
                HttpRequest.newBuilder(desk.server.address().resolve("/bot1:nonsense/getMe"))
                        .build();
        assertThat(desk.send(wrong).raw().body())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(desk.send(wrong).status()).isEqualTo(401);
        assertThat(desk.call("sendFlowers", Json.object()).description())
                .isEqualTo("Not Found: method not found");
        assertThat(
                        desk.call(
                                        "SENDMESSAGE",
                                        Desk.to(desk.home).put("text", "case does not matter"))
                                .status())
                .isEqualTo(200);
        HttpRequest elsewhere =
                HttpRequest.newBuilder(desk.server.address().resolve("/metrics")).build();
        assertThat(desk.send(elsewhere).status()).isEqualTo(404);
    }
}
