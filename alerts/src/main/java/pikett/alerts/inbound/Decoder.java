package pikett.alerts.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.function.UnaryOperator;
import pikett.config.SourceConfig.Payload;

/// Understands what one source sends. Immutable.
public final class Decoder {
    private final String source;
    private final Payload payload;
    private final UnaryOperator<String> redaction;

    /// @param source the name of the source
    /// @param redaction takes secrets out of what is told, before it is shortened: of half a secret nobody
    ///     can tell that it is one
    public Decoder(String source, Payload payload, UnaryOperator<String> redaction) {
        this.source = source;
        this.payload = payload;
        this.redaction = redaction;
    }

    /// Whatever the bytes are, this gives an answer and does not throw.
    ///
    /// @param now when they came
    public Decoded decode(byte[] body, Instant now) {
        try {
            JsonNode root = JsonTree.read(body);
            return switch (payload) {
                case Payload.Alertmanager _, Payload.Grafana _ ->
                        new GroupPayload(source, now, redaction).decode(root);
                case Payload.Pikett _ -> new ScriptPayload(source, now, redaction).decode(root);
                case Payload.Json json ->
                        new MappedPayload(source, json.mapping(), now, redaction).decode(root);
            };
        } catch (RefusedException refused) {
            return new Decoded.Refused(String.valueOf(refused.getMessage()));
        }
    }

    /// The same for the list that Prometheus posts to its Alertmanager, whatever else the source sends.
    public Decoded decodePosted(byte[] body, Instant now) {
        try {
            return new PostedAlerts(source, now, redaction).decode(JsonTree.readList(body));
        } catch (RefusedException refused) {
            return new Decoded.Refused(String.valueOf(refused.getMessage()));
        }
    }
}
