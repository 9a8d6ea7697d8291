package pikett.bot.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pikett.alerts.alert.Facts;

/// The end of what a job said, as an alert keeps it beside its other facts.
///
/// @param text secrets are taken out before it comes here; empty when it said nothing
public record TailFacts(String text) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String KEY = "tail";

    /// The same facts with the tail in them.
    public Facts in(Facts facts) {
        if (text.isBlank()) {
            return facts;
        }
        try {
            return JSON.readTree(facts.json()) instanceof ObjectNode object
                    ? new Facts(object.put(KEY, text).toString())
                    : facts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts are always JSON", e);
        }
    }

    /// What an alert keeps. Facts of another kind, or none, give nothing.
    public static TailFacts of(Facts facts) {
        try {
            return new TailFacts(JSON.readTree(facts.json()).path(KEY).asText(""));
        } catch (JsonProcessingException _) {
            return new TailFacts("");
        }
    }
}
