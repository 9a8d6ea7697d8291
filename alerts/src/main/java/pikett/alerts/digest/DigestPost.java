package pikett.alerts.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Subject;

/// How a scheduled digest stands in the outbox: by its period only, because its facts are read when it
/// is sent.
public final class DigestPost {
    /// Kind of the content; payload `{"from":1795140000000,"until":1795226400000}`.
    public static final String KIND = "digest";

    private static final JsonMapper JSON = new JsonMapper();

    private DigestPost() {}

    static Content content(Period period) {
        String payload =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("from", period.from().toEpochMilli())
                        .put("until", period.until().toEpochMilli())
                        .toString();
        return new Content(KIND, payload);
    }

    /// Each digest is a message of its own.
    static Subject subject(Edition edition, Instant at) {
        return new Subject("digest:%s:%d".formatted(edition.name(), at.toEpochMilli()));
    }

    /// What a digest that waits in the outbox is about.
    public static Period period(Content content) {
        try {
            JsonNode payload = JSON.readTree(content.payload());
            return new Period(
                    Instant.ofEpochMilli(payload.path("from").asLong()),
                    Instant.ofEpochMilli(payload.path("until").asLong()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds what is no digest", e);
        }
    }
}
