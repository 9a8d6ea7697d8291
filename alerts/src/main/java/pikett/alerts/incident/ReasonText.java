package pikett.alerts.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import pikett.alerts.mute.Mute;
import pikett.config.Severity;

/// Reasons as the tables keep them.
final class ReasonText {
    private ReasonText() {}

    /// The name of a reason in the database.
    enum Kind {
        GROUP_WAIT,
        HIDDEN,
        FIRST,
        INSTEAD_OF,
        WORSE,
        REPEATED,
        UNDELIVERED,
        FALLBACK,
        OVER,
        OVER_UNTOLD,
        IN_STORM
    }

    static Kind kind(Reason reason) {
        return switch (reason) {
            case Reason.GroupWait _ -> Kind.GROUP_WAIT;
            case Reason.Hidden _ -> Kind.HIDDEN;
            case Reason.First _ -> Kind.FIRST;
            case Reason.InsteadOf _ -> Kind.INSTEAD_OF;
            case Reason.Worse _ -> Kind.WORSE;
            case Reason.Repeated _ -> Kind.REPEATED;
            case Reason.Undelivered _ -> Kind.UNDELIVERED;
            case Reason.Fallback _ -> Kind.FALLBACK;
            case Reason.Over _ -> Kind.OVER;
            case Reason.OverUntold _ -> Kind.OVER_UNTOLD;
            case Reason.InStorm _ -> Kind.IN_STORM;
        };
    }

    static String of(Reason reason) {
        ObjectNode node = JsonText.object().put("kind", kind(reason).name());
        switch (reason) {
            case Reason.GroupWait(Instant until) -> node.put("until", until.toEpochMilli());
            case Reason.Hidden(List<Mute> by) -> {
                ArrayNode mutes = node.putArray("by");
                by.forEach(mute -> mutes.add(MuteText.of(mute)));
            }
            case Reason.First(String route) -> node.put("route", route);
            case Reason.InsteadOf(String chat, String why) ->
                    node.put("chat", chat).put("why", why);
            case Reason.Worse(Severity from, Severity to) ->
                    node.put("from", from.name()).put("to", to.name());
            case Reason.Repeated(int time) -> node.put("time", time);
            case Reason.Undelivered _,
                    Reason.Fallback _,
                    Reason.Over _,
                    Reason.OverUntold _,
                    Reason.InStorm _ -> {}
        }
        return node.toString();
    }

    static Reason reason(String text) {
        JsonNode node = JsonText.parse(text);
        return switch (Kind.valueOf(node.get("kind").asText())) {
            case GROUP_WAIT ->
                    new Reason.GroupWait(Instant.ofEpochMilli(node.get("until").asLong()));
            case HIDDEN -> new Reason.Hidden(MuteText.mutes(node.get("by")));
            case FIRST -> new Reason.First(node.get("route").asText());
            case INSTEAD_OF ->
                    new Reason.InsteadOf(node.get("chat").asText(), node.get("why").asText());
            case WORSE -> new Reason.Worse(severity(node.get("from")), severity(node.get("to")));
            case REPEATED -> new Reason.Repeated(node.get("time").asInt());
            case UNDELIVERED -> new Reason.Undelivered();
            case FALLBACK -> new Reason.Fallback();
            case OVER -> new Reason.Over();
            case OVER_UNTOLD -> new Reason.OverUntold();
            case IN_STORM -> new Reason.InStorm();
        };
    }

    private static Severity severity(JsonNode node) {
        return Severity.valueOf(node.asText());
    }
}
