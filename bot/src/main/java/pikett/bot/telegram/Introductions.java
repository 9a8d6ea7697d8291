package pikett.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.telegram.telegrambots.meta.TelegramUrl;

/// What a new bot has to learn before it can be configured: whether anything stands in the way of
/// hearing updates, and who speaks to it. Each update that was read is acknowledged with the next
/// reading: a bot that is being set up works on nothing yet.
///
/// Blocks. Used by one thread.
public final class Introductions implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration SLACK = Duration.ofSeconds(15);
    private static final int AT_ONCE = 20;
    private static final MediaType JSON = MediaType.get("application/json");

    private final TelegramEndpoint endpoint;
    private final OkHttpClient http;
    private final TokenMask mask;
    private long next;

    /// Calls through this endpoint; does not reach out by itself.
    public Introductions(TelegramEndpoint endpoint) {
        this.endpoint = endpoint;
        this.http = TelegramHttp.forSending(endpoint, LONGEST_WAIT.plus(SLACK));
        this.mask = endpoint.mask();
    }

    /// Where Telegram posts updates instead of giving them to us: the host of the webhook.
    public CallResult<Optional<String>> webhook() {
        return call(
                "getWebhookInfo",
                ApiAnswer.JSON.createObjectNode(),
                result ->
                        Optional.of(result.path("url").asText(""))
                                .filter(url -> !url.isEmpty())
                                .map(Introductions::host));
    }

    /// Takes the webhook away; updates that wait are kept.
    public CallResult<Boolean> removeWebhook() {
        return call(
                "deleteWebhook", ApiAnswer.JSON.createObjectNode(), result -> result.asBoolean());
    }

    /// Waits until something arrives, at most so long (20 s at most), and says who introduced himself.
    public CallResult<List<Greeting>> hear(Duration atMost) {
        Duration wait = atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT;
        ObjectNode body =
                ApiAnswer.JSON
                        .createObjectNode()
                        .put("offset", next)
                        .put("limit", AT_ONCE)
                        .put("timeout", wait.toSeconds());
        // Telegram remembers the list, also the one of whoever used the bot before.
        body.set("allowed_updates", ApiAnswer.JSON.valueToTree(PollSession.ALLOWED));
        return call("getUpdates", body, this::read);
    }

    /// Acknowledges what was heard, so that whoever asks next does not hear it again.
    public void settle() {
        ObjectNode body =
                ApiAnswer.JSON
                        .createObjectNode()
                        .put("offset", next)
                        .put("limit", 1)
                        .put("timeout", 0);
        if (next > 0) {
            call("getUpdates", body, JsonNode::size);
        }
    }

    private List<Greeting> read(JsonNode updates) {
        List<Greeting> greetings = new ArrayList<>();
        for (JsonNode update : updates) {
            next = Math.max(next, update.path("update_id").asLong() + 1);
            GreetingReader.of(update).ifPresent(greetings::add);
        }
        return List.copyOf(greetings);
    }

    private <T> CallResult<T> call(String method, ObjectNode body, Function<JsonNode, T> read) {
        Request request =
                new Request.Builder()
                        .url(address(method))
                        .post(RequestBody.create(body.toString(), JSON))
                        .build();
        try (Response response = http.newCall(request).execute()) {
            JsonNode answer = ApiAnswer.JSON.readTree(response.body().string());
            return new CallResult.Done<>(read.apply(answer.path("result")));
        } catch (CallFailedException e) {
            return new CallResult.Failed<>(e.failure());
        } catch (IOException e) {
            return new CallResult.Failed<>(new CallFailure.Unclear(mask.describe(e)));
        }
    }

    private HttpUrl address(String method) {
        TelegramUrl url = endpoint.url();
        return new HttpUrl.Builder()
                .scheme(url.getSchema())
                .host(url.getHost())
                .port(url.getPort())
                .addPathSegment("bot" + endpoint.token().reveal())
                .addPathSegment(method)
                .build();
    }

    /// Without its path, in which there may be a secret.
    private static String host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("somewhere");
        } catch (IllegalArgumentException _) {
            return "somewhere";
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
