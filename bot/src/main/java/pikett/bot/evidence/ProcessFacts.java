package pikett.bot.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pikett.alerts.alert.Facts;
import pikett.config.Language;

/// What was seen of a program that is not well, as an alert keeps it.
///
/// @param reason what its supervisor, or the way to it, says, in each language
/// @param exit how its last instance ended, in each language
/// @param log the last errors, the latest first; secrets are taken out before they come here
public record ProcessFacts(
        Map<Language, String> reason, Map<Language, String> exit, List<FoldedLine> log) {
    private static final JsonMapper JSON = new JsonMapper();

    public ProcessFacts {
        reason = Map.copyOf(reason);
        exit = Map.copyOf(exit);
        log = List.copyOf(log);
    }

    /// As an alert keeps them.
    public Facts facts() {
        ObjectNode node = JSON.createObjectNode();
        put(node.putObject("reason"), reason);
        put(node.putObject("exit"), exit);
        ArrayNode lines = node.putArray("log");
        log.forEach(line -> lines.addObject().put("text", line.text()).put("times", line.times()));
        return new Facts(node.toString());
    }

    /// What an alert keeps. Facts of another kind, or none, give nothing.
    public static ProcessFacts of(Facts facts) {
        try {
            JsonNode node = JSON.readTree(facts.json());
            List<FoldedLine> log = new ArrayList<>();
            node.path("log")
                    .forEach(line ->
                            log.add(
                                    new FoldedLine(
                                            line.path("text").asText(""),
                                            line.path("times").asInt(1),
                                            true)));
            return new ProcessFacts(texts(node.path("reason")), texts(node.path("exit")), log);
        } catch (JsonProcessingException _) {
            return new ProcessFacts(Map.of(), Map.of(), List.of());
        }
    }

    private static void put(ObjectNode node, Map<Language, String> texts) {
        new TreeMap<>(texts).forEach((language, text) -> node.put(language.name(), text));
    }

    private static Map<Language, String> texts(JsonNode node) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String text = node.path(language.name()).asText("");
            if (!text.isBlank()) {
                texts.put(language, text);
            }
        }
        return texts;
    }
}
