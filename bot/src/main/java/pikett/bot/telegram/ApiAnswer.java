package pikett.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// What the other side answered, read before any library looks at it. Pure but for the reading.
sealed interface ApiAnswer {
    /// `ok` with a result.
    record Result(JsonNode result) implements ApiAnswer {}

    /// `ok` is false, or the plain HTTP status says as much.
    record Refusal(CallFailure.Refused refused) implements ApiAnswer {}

    /// Nothing that Telegram would say: a proxy's page, half an answer, nothing.
    record NotTelegram(String reason) implements ApiAnswer {}

    ObjectMapper JSON = new ObjectMapper();

    /// Reads an answer of at most so many bytes.
    ///
    /// @throws IOException when it could not be read to its end
    static ApiAnswer read(Response response, int atMost, TokenMask mask) throws IOException {
        byte[] body = response.body().byteStream().readNBytes(atMost + 1);
        return body.length > atMost
                ? new NotTelegram("an answer of more than " + atMost + " bytes")
                : of(response.code(), new String(body, StandardCharsets.UTF_8), mask);
    }

    /// Understands an answer.
    static ApiAnswer of(int status, String body, TokenMask mask) {
        JsonNode answer = parse(body);
        JsonNode ok = answer.path("ok");
        if (!ok.isBoolean()) {
            return status == 429
                    ? new Refusal(refused(status, answer, mask))
                    : new NotTelegram("HTTP " + status + " without an answer of Telegram's");
        }
        if (!ok.booleanValue()) {
            return new Refusal(refused(status, answer, mask));
        }
        return answer.hasNonNull("result")
                ? new Result(answer.get("result"))
                : new NotTelegram("HTTP " + status + " without a result");
    }

    /// The response with another body in place of the one that was read.
    static Response with(Response response, JsonNode result) {
        String body = JSON.createObjectNode().put("ok", true).set("result", result).toString();
        return response.newBuilder()
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }

    private static CallFailure.Refused refused(int status, JsonNode answer, TokenMask mask) {
        JsonNode parameters = answer.path("parameters");
        long wait = parameters.path("retry_after").asLong(0);
        long chat = parameters.path("migrate_to_chat_id").asLong(0);
        return new CallFailure.Refused(
                answer.path("error_code").asInt(status),
                mask.mask(answer.path("description").asText("")),
                wait > 0 ? Optional.of(Duration.ofSeconds(wait)) : Optional.empty(),
                chat != 0 ? Optional.of(chat) : Optional.empty());
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }
}
