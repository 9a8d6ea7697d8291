package pikett.alerts.inbound;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;
import pikett.adapters.store.StorableText;

/// JSON of others, within limits, and what stands in it.
final class JsonTree {
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 100;
    private static final long MOST_TOKENS = 200_000;
    private static final long LONGEST = 1024L * 1024;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .maxNameLength(LONGEST_NAME)
                                                    .maxNumberLength(LONGEST_NUMBER)
                                                    .maxTokenCount(MOST_TOKENS)
                                                    .maxDocumentLength(LONGEST)
                                                    .build())
                                    // Of two keys of one name, senders and readers may mean either.
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    // What is printed of a mistake must not hold what was sent.
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonTree() {}

    /// The object that the bytes say.
    static JsonNode read(byte[] body) {
        JsonNode root = tree(body);
        if (!root.isObject()) {
            throw new RefusedException("This must be a JSON object, in braces.");
        }
        return root;
    }

    /// The list that the bytes say.
    static JsonNode readList(byte[] body) {
        JsonNode root = tree(body);
        if (!root.isArray()) {
            throw new RefusedException("This must be a JSON list, in brackets.");
        }
        return root;
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root == null ? MissingNode.getInstance() : root;
        } catch (StreamConstraintsException _) {
            throw new RefusedException(
                    "This JSON is too deep or too large: at most %d levels, and texts of %d characters."
                            .formatted(DEEPEST, LONGEST_TEXT));
        } catch (JsonProcessingException e) {
            throw new RefusedException("This is not JSON" + place(e) + ".");
        } catch (IOException _) {
            throw new RefusedException("This is not JSON in UTF-8.");
        }
    }

    private static String place(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .map(at ->
                        ": the mistake is in line %d, column %d"
                                .formatted(at.getLineNr(), at.getColumnNr()))
                .orElse("");
    }

    /// A text, a number or a truth value, as it can be stored; empty where there is none, or nothing in it.
    ///
    /// @param pointer where it stands, for the sentence that says that it is something else
    static Optional<String> text(JsonNode node, String pointer) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isValueNode()) {
            throw new RefusedException(
                    "%s must be a text, here it is %s.".formatted(pointer, kind(node)));
        }
        return Optional.of(StorableText.of(node.asText())).filter(text -> !text.isEmpty());
    }

    /// What a person calls it.
    static String kind(JsonNode node) {
        JsonToken token = node.asToken();
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                    "missing";
        };
    }
}
