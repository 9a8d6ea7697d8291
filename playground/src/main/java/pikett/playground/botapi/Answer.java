package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.Refused;

/// An answer in the Bot API's envelope.
///
/// @param retryAfter seconds for the `Retry-After` header
record Answer(int status, JsonNode body, OptionalInt retryAfter) {
    static Answer ok(JsonNode result) {
        ObjectNode body = Json.object().put("ok", true);
        body.set("result", result);
        return new Answer(200, body, OptionalInt.empty());
    }

    static Answer error(int status, String description) {
        return refused(Refused.with(status, description));
    }

    static Answer refused(Refused refused) {
        ObjectNode body =
                Json.object()
                        .put("ok", false)
                        .put("error_code", refused.code())
                        .put("description", refused.description());
        ObjectNode parameters = Json.object();
        refused.migrateTo().ifPresent(id -> parameters.put("migrate_to_chat_id", id));
        refused.retryAfter().ifPresent(seconds -> parameters.put("retry_after", seconds));
        if (!parameters.isEmpty()) {
            body.set("parameters", parameters);
        }
        return new Answer(refused.code(), body, refused.retryAfter());
    }

    byte[] bytes() {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
