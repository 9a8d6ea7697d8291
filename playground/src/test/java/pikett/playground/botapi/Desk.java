package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import pikett.playground.botapi.fault.Faults;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.FloodRules;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Person;

/// A cloud with a server, Anna in private and in a group, and a bare HTTP client to play the bot.
final class Desk implements AutoCloseable {
    static final String TOKEN = "7000000001:AAE-test_token_that_opens_nothing_at_all";

    final HandClock clock = new HandClock(Instant.parse("2026-11-20T12:00:00Z"));
    final Cloud cloud = new Cloud(clock, Bot.named(7_000_000_001L, "Pikett", "pikett_bot"));
    final Person anna = cloud.rooms().addPerson(Person.human(11, "Anna").withUsername("anna"));
    final Chat home = cloud.rooms().openPrivate(anna);
    final Chat ops = cloud.rooms().createGroup("Ops", anna);
    final BotApiServer server;
    private int tick;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    Desk() {
        this(FileLimits.TELEGRAM);
    }

    Desk(FileLimits limits) {
        cloud.rooms().addBot(ops.id(), anna);
        cloud.jumpUpdateIds(1000);
        cloud.useFloodRules(FloodRules.OFF);
        server = BotApiServer.start(cloud, BotApiSettings.of(TOKEN).withLimits(limits));
    }

    Faults faults() {
        return server.faults();
    }

    URI uri(String method) {
        return server.address().resolve("/bot" + TOKEN + "/" + method);
    }

    /// Calls a method with parameters as a JSON object.
    Reply call(String method, ObjectNode parameters) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri(method))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(parameters.toString()))
                        .build();
        return send(request);
    }

    Reply send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode body = Json.parse(response.body()).orElse(Json.object());
        return new Reply(response.statusCode(), body, response);
    }

    HttpClient http() {
        return http;
    }

    Reply say(Chat chat, String text) throws IOException, InterruptedException {
        return call("sendMessage", to(chat).put("text", text));
    }

    /// All updates that wait, which are then acknowledged.
    JsonNode updates() throws IOException, InterruptedException {
        // The same offset twice in a row would get one update only.
        JsonNode updates = call("getUpdates", Json.object().put("offset", ++tick)).result();
        if (!updates.isEmpty()) {
            int last = updates.path(updates.size() - 1).path("update_id").asInt();
            call("getUpdates", Json.object().put("offset", last + 1).put("limit", 1));
        }
        return updates;
    }

    static ObjectNode to(Chat chat) {
        return Json.object().put("chat_id", chat.id().value());
    }

    @Override
    public void close() {
        server.close();
        http.shutdownNow();
    }

    /// What the server answered.
    record Reply(int status, JsonNode body, HttpResponse<String> raw) {
        JsonNode result() {
            if (!body.path("ok").asBoolean()) {
                throw new AssertionError("the call failed: " + status + " " + raw.body());
            }
            return body.path("result");
        }

        int messageId() {
            return result().path("message_id").asInt();
        }

        String description() {
            return body.path("description").asText();
        }
    }
}
