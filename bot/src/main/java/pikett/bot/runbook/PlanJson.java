package pikett.bot.runbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Plans as JSON, for the database and for telling two plans apart.
final class PlanJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private PlanJson() {}

    static String write(Plan plan) {
        try {
            return MAPPER.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan is always JSON", e);
        }
    }

    /// Empty when another version wrote it.
    static Optional<Plan> readable(String json) {
        try {
            return Optional.of(MAPPER.readValue(json, Plan.class));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// @throws IllegalStateException when another program wrote it
    static Plan read(String json) {
        try {
            return MAPPER.readValue(json, Plan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a plan of this version", e);
        }
    }

    /// Changes whenever anything that would run, or who may run it, or what it would touch, changes.
    ///
    /// @param touched the targets as they are configured
    static String fingerprint(Plan plan, List<String> touched) {
        try {
            byte[] json =
                    MAPPER.writeValueAsString(List.of(write(plan), touched))
                            .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
