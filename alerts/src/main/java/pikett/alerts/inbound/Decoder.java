package pikett.alerts.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import pikett.config.SourceConfig.Payload;

/// Understands what one source sends. Immutable.
public final class Decoder {
    private final String source;
    private final Payload payload;

    /// @param source the name of the source
    public Decoder(String source, Payload payload) {
        this.source = source;
        this.payload = payload;
    }

    /// Whatever the bytes are, this gives an answer and does not throw.
    ///
    /// @param now when they came
    public Decoded decode(byte[] body, Instant now) {
        try {
            JsonNode root = JsonTree.read(body);
            return switch (payload) {
                case Payload.Alertmanager _, Payload.Grafana _ ->
                        new GroupPayload(source, now).decode(root);
                case Payload.Pikett _ -> new ScriptPayload(source, now).decode(root);
                case Payload.Json json ->
                        new MappedPayload(source, json.mapping(), now).decode(root);
            };
        } catch (RefusedException refused) {
            return new Decoded.Refused(String.valueOf(refused.getMessage()));
        }
    }
}
