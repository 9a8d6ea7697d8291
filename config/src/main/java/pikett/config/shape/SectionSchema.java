package pikett.config.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The JSON schema of a section while its parts describe themselves.
public final class SectionSchema {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final List<Object> choices = new ArrayList<>();

    void property(String name, Map<String, Object> schema) {
        properties.put(name, schema);
    }

    void require(String name) {
        required.add(name);
    }

    void requireOneOf(List<String> names) {
        choices.add(
                Map.of(
                        "oneOf",
                        names.stream().map(name -> Map.of("required", List.of(name))).toList()));
    }

    /// The finished schema: no other keys than these.
    Map<String, Object> toMap(String meaning) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", meaning);
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (!choices.isEmpty()) {
            schema.put("allOf", choices);
        }
        schema.put("additionalProperties", false);
        return schema;
    }
}
