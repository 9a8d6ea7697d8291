package pikett.alerts.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/// Labels as the database keeps them: a JSON object, in the order of the names.
public final class LabelsJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private LabelsJson() {}

    public static String write(Labels labels) {
        try {
            return JSON.writeValueAsString(labels.asMap());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written as JSON", e);
        }
    }

    /// @throws IllegalStateException when we did not write it
    public static Labels read(String json) {
        try {
            return Labels.of(JSON.readValue(json, TEXTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds labels that are no JSON", e);
        }
    }
}
