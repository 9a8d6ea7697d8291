package pikett.alerts.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.config.match.Comparison;

/// Matchers as the database keeps them.
final class MatchersText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MatchersText() {}

    static String of(Matchers matchers) {
        ArrayNode nodes = MAPPER.createArrayNode();
        for (Matcher matcher : matchers.all()) {
            nodes.addObject()
                    .put("name", matcher.name())
                    .put("comparison", matcher.comparison().name())
                    .put("value", matcher.value());
        }
        return nodes.toString();
    }

    static Matchers matchers(String text) {
        List<Matcher> all = new ArrayList<>();
        for (JsonNode node : parsed(text)) {
            all.add(
                    new Matcher(
                            node.get("name").asText(),
                            Comparison.valueOf(node.get("comparison").asText()),
                            node.get("value").asText()));
        }
        return new Matchers(all);
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds what is no JSON", e);
        }
    }
}
