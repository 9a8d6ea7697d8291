package pikett.alerts.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import pikett.alerts.label.Labels;

/// JSON as the tables of this package keep it.
final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonText() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /// @throws IllegalStateException when we did not write it
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds what is no JSON", e);
        }
    }

    static String labels(Labels labels) {
        ObjectNode node = object();
        labels.asMap().forEach(node::put);
        return node.toString();
    }

    static Labels labels(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        parse(text)
                .properties()
                .forEach(label -> values.put(label.getKey(), label.getValue().asText()));
        return Labels.of(values);
    }
}
