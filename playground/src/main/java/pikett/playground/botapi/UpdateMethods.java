package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pikett.playground.botapi.json.Json;
import pikett.playground.botapi.json.UpdateJson;
import pikett.playground.telegram.PollRequest;
import pikett.playground.telegram.Polling;
import pikett.playground.telegram.Refused;
import pikett.playground.telegram.Webhook;

/// The methods by which the bot is told of what happens.
final class UpdateMethods {
    private static final int SECRET_BOUND = 256;

    private final Polling polling;

    UpdateMethods(Polling polling) {
        this.polling = polling;
    }

    Map<String, Method> all() {
        return Map.of(
                "getupdates", this::getUpdates,
                "setwebhook", this::setWebhook,
                "deletewebhook", this::deleteWebhook,
                "getwebhookinfo", this::webhookInfo);
    }

    private JsonNode getUpdates(Call call) {
        PollRequest request =
                new PollRequest(
                        call.integer("offset"),
                        call.integer("limit", 100),
                        Duration.ofSeconds(call.integer("timeout")),
                        allowed(call));
        return Json.array(polling.poll(request), UpdateJson::of);
    }

    /// What is not a list of names leaves the setting as it is, as the real server does.
    private static @Nullable List<String> allowed(Call call) {
        JsonNode kinds = call.json("allowed_updates").filter(JsonNode::isArray).orElse(null);
        return kinds == null
                ? null
                : StreamSupport.stream(kinds.spliterator(), false).map(JsonNode::asText).toList();
    }

    private JsonNode setWebhook(Call call) {
        String url = call.text("url");
        if (!url.isEmpty() && !url.matches("(?i)https://[^\\s/]+\\S*")) {
            throw Refused.badRequest(
                    url.matches("(?i)http://.*")
                            ? "bad webhook: An HTTPS URL must be provided for webhook"
                            : "invalid webhook URL specified");
        }
        String secret = call.text("secret_token");
        if (secret.length() > SECRET_BOUND) {
            throw Refused.badRequest("secret token is too long");
        }
        if (!secret.matches("[A-Za-z0-9_-]*")) {
            throw Refused.badRequest("secret token contains unallowed characters");
        }
        int connections = Math.clamp(call.integer("max_connections", 40), 1, 100);
        Webhook webhook = url.isEmpty() ? Webhook.NONE : new Webhook(url, connections);
        polling.setWebhook(webhook, call.flag("drop_pending_updates"), allowed(call));
        return BooleanNode.TRUE;
    }

    private JsonNode deleteWebhook(Call call) {
        polling.setWebhook(Webhook.NONE, call.flag("drop_pending_updates"), null);
        return BooleanNode.TRUE;
    }

    private JsonNode webhookInfo(Call call) {
        Webhook webhook = polling.webhook();
        ObjectNode node =
                Json.object()
                        .put("url", webhook.url())
                        .put("has_custom_certificate", false)
                        .put("pending_update_count", polling.pending());
        if (webhook.isSet()) {
            node.put("max_connections", webhook.maxConnections());
        }
        if (!polling.allowed().isEmpty()) {
            node.set("allowed_updates", Json.array(polling.allowed(), TextNode::valueOf));
        }
        return node;
    }
}
