package pikett.config.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import pikett.config.section.RootSection;

/// The JSON schema (draft 2020-12) of `pikett.yaml`, for editors.
///
/// It sees what can be seen without knowing the rest of the file: keys, types, patterns, ranges. Whether names
/// exist and secrets can be found, only the reader says.
public final class ConfigSchema {
    private ConfigSchema() {}

    /// The schema as text, the same for the same version of Pikett.
    public static String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "pikett.yaml");
        schema.putAll(RootSection.SHAPE.schema());
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain maps and texts cannot be written", impossible);
        }
    }
}
