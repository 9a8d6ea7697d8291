package pikett.playground.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import pikett.playground.Playground;
import pikett.playground.botapi.json.Json;

/// A tiny bot over real HTTP: it repeats what it hears, with a button that it answers with a toast
/// and an edit.
public final class EchoBot implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Thread loop = Thread.ofVirtual().unstarted(this::poll);
    private volatile boolean going = true;

    EchoBot(Playground playground) {
        this.base = playground.api().address() + "/bot" + playground.api().token() + "/";
    }

    EchoBot start() throws IOException, InterruptedException {
        ObjectNode menu = Json.object();
        ArrayNode commands = menu.putArray("commands");
        commands.addObject().put("command", "status").put("description", "Every host and service");
        commands.addObject().put("command", "restart").put("description", "Restart a service");
        commands.addObject().put("command", "logs").put("description", "The last errors");
        call("setMyCommands", menu);
        loop.start();
        return this;
    }

    private void poll() {
        long offset = 0;
        try {
            while (going) {
                JsonNode updates =
                        call("getUpdates", Json.object().put("offset", offset).put("timeout", 2));
                for (JsonNode update : updates) {
                    offset = update.path("update_id").asLong() + 1;
                    hear(update);
                }
            }
        } catch (IOException ended) {
            going = false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(JsonNode update) throws IOException, InterruptedException {
        JsonNode message = update.path("message");
        JsonNode press = update.path("callback_query");
        if (message.has("text")) {
            call("sendMessage", echo(message));
        } else if (!press.isMissingNode()) {
            call(
                    "answerCallbackQuery",
                    Json.object()
                            .put("callback_query_id", press.path("id").asText())
                            .put("text", "You pressed " + press.path("data").asText())
                            .put("show_alert", press.path("data").asText().equals("no")));
            call(
                    "editMessageText",
                    Json.object()
                            .put("chat_id", press.at("/message/chat/id").asLong())
                            .put("message_id", press.at("/message/message_id").asInt())
                            .put("text", "Pressed: " + press.path("data").asText()));
        }
    }

    private static ObjectNode echo(JsonNode message) {
        ObjectNode answer =
                Json.object()
                        .put("chat_id", message.at("/chat/id").asLong())
                        .put("text", "You said: " + message.path("text").asText());
        ArrayNode row = answer.putObject("reply_markup").putArray("inline_keyboard").addArray();
        row.addObject().put("text", "Yes").put("callback_data", "yes").put("style", "success");
        row.addObject().put("text", "No").put("callback_data", "no").put("style", "danger");
        return answer;
    }

    /// Calls a method and gives its result.
    public JsonNode call(String method, ObjectNode parameters)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + method))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(parameters.toString()))
                        .build();
        String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        JsonNode answer = Json.parse(body).orElseThrow();
        if (!answer.path("ok").asBoolean()) {
            throw new IOException(method + ": " + body);
        }
        return answer.path("result");
    }

    @Override
    public void close() {
        going = false;
        loop.interrupt();
        http.shutdownNow();
    }
}
