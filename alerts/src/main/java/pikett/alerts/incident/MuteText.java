package pikett.alerts.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.mute.Mute;
import pikett.alerts.mute.SilenceId;

/// Mutes as the tables keep them.
final class MuteText {
    private MuteText() {}

    private enum Kind {
        SILENCE,
        INHIBITION,
        DEPENDENCY,
        WINDOW
    }

    static ObjectNode of(Mute mute) {
        return switch (mute) {
            case Mute.BySilence(SilenceId silence, String by, Instant until, String reason) ->
                    node(Kind.SILENCE)
                            .put("silence", silence.value())
                            .put("person", by)
                            .put("until", until.toEpochMilli())
                            .put("reason", reason);
            case Mute.ByInhibition(Fingerprint cause, String name) ->
                    node(Kind.INHIBITION).put("cause", cause.value()).put("name", name);
            case Mute.ByDependency(String service) -> node(Kind.DEPENDENCY).put("service", service);
            case Mute.ByWindow(String window, Instant until) ->
                    node(Kind.WINDOW).put("window", window).put("until", until.toEpochMilli());
        };
    }

    static String of(List<Mute> mutes) {
        ArrayNode nodes = JsonText.array();
        mutes.forEach(mute -> nodes.add(of(mute)));
        return nodes.toString();
    }

    static List<Mute> mutes(String text) {
        return mutes(JsonText.parse(text));
    }

    static List<Mute> mutes(JsonNode nodes) {
        List<Mute> mutes = new ArrayList<>();
        nodes.forEach(node -> mutes.add(mute(node)));
        return mutes;
    }

    private static Mute mute(JsonNode node) {
        return switch (Kind.valueOf(node.get("kind").asText())) {
            case SILENCE ->
                    new Mute.BySilence(
                            new SilenceId(node.get("silence").asLong()),
                            node.get("person").asText(),
                            until(node),
                            node.get("reason").asText());
            case INHIBITION ->
                    new Mute.ByInhibition(
                            new Fingerprint(node.get("cause").asText()), node.get("name").asText());
            case DEPENDENCY -> new Mute.ByDependency(node.get("service").asText());
            case WINDOW -> new Mute.ByWindow(node.get("window").asText(), until(node));
        };
    }

    private static Instant until(JsonNode node) {
        return Instant.ofEpochMilli(node.get("until").asLong());
    }

    private static ObjectNode node(Kind kind) {
        return JsonText.object().put("kind", kind.name());
    }
}
