package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pikett.playground.botapi.json.Json;
import pikett.playground.botapi.markup.BadMarkupException;
import pikett.playground.botapi.markup.MarkupLanguage;
import pikett.playground.telegram.Refused;
import pikett.playground.telegram.text.Entity;
import pikett.playground.telegram.text.EntityKind;
import pikett.playground.telegram.text.FormattedText;

/// Reads text with its markup or its explicit entities from a call.
final class TextReader {
    private static final int RAW_BYTES = 1 << 15;

    private TextReader() {}

    /// The text of a message, which must not be empty.
    static FormattedText text(Call call) {
        if (!call.has("text")) {
            throw Refused.badRequest("message text is empty");
        }
        return read(call, "text", "entities");
    }

    /// The caption of a file, which may be empty.
    static FormattedText caption(Call call) {
        return read(call, "caption", "caption_entities");
    }

    private static FormattedText read(Call call, String name, String entities) {
        String text = call.text(name);
        if (text.getBytes(StandardCharsets.UTF_8).length > RAW_BYTES) {
            throw Refused.badRequest("text is too long");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw Refused.badRequest("strings must be encoded in UTF-8");
        }
        String mode = call.text("parse_mode");
        if (mode.isEmpty() || mode.equalsIgnoreCase("none") || text.isEmpty()) {
            return new FormattedText(text, entities(call.text(entities), text));
        }
        MarkupLanguage language =
                MarkupLanguage.named(mode)
                        .orElseThrow(() -> Refused.badRequest("unsupported parse_mode"));
        try {
            return language.parse(text);
        } catch (BadMarkupException e) {
            throw Refused.badRequest("can't parse entities: " + e.problem());
        }
    }

    private static List<Entity> entities(String json, String text) {
        Optional<JsonNode> array = Json.parse(json).filter(JsonNode::isArray);
        List<Entity> entities = new ArrayList<>();
        for (JsonNode node : array.orElse(Json.object())) {
            entity(node, text).ifPresent(entities::add);
        }
        return entities;
    }

    /// Entities of the automatic kinds are ignored, and so are those that end up empty.
    private static Optional<Entity> entity(JsonNode node, String text) {
        if (!node.isObject()) {
            throw malformed("expected an Object");
        }
        int offset = required(node, "offset").asInt();
        int length = required(node, "length").asInt();
        EntityKind kind =
                EntityKind.named(required(node, "type").asText())
                        .orElseThrow(() -> malformed("Unsupported type specified"));
        @Nullable String argument = argument(node, kind);
        if (kind.automatic()) {
            return Optional.empty();
        }
        if (offset < 0 || length < 0 || offset > text.length()) {
            throw Refused.badRequest(
                    "entity beginning at UTF-16 offset "
                            + offset
                            + " has invalid offset or length");
        }
        checkBorders(offset, length, text);
        return length == 0
                ? Optional.empty()
                : Optional.of(new Entity(kind, offset, length, argument));
    }

    private static void checkBorders(int offset, int length, String text) {
        int end = offset + length;
        if (end > text.length()) {
            throw Refused.badRequest(
                    "entity beginning at UTF-16 offset "
                            + offset
                            + " ends after the end of the text at UTF-16 offset "
                            + end);
        }
        if (splitsPair(text, offset)) {
            throw Refused.badRequest(
                    "entity begins in a middle of a UTF-16 symbol at UTF-16 offset " + offset);
        }
        if (splitsPair(text, end)) {
            throw Refused.badRequest(
                    "entity beginning at UTF-16 offset "
                            + offset
                            + " ends in a middle of a UTF-16 symbol at UTF-16 offset "
                            + end);
        }
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static @Nullable String argument(JsonNode node, EntityKind kind) {
        if (kind == EntityKind.TEXT_LINK) {
            return required(node, "url").asText();
        }
        if (kind == EntityKind.TEXT_MENTION) {
            return required(required(node, "user"), "id").asText();
        }
        if (kind == EntityKind.CUSTOM_EMOJI) {
            return required(node, "custom_emoji_id").asText();
        }
        String language = node.path("language").asText("");
        return kind == EntityKind.PRE && !language.isEmpty() ? language : null;
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw malformed("Can't find field \"" + field + "\"");
        }
        return value;
    }

    private static Refused malformed(String reason) {
        return Refused.badRequest("can't parse MessageEntity: " + reason);
    }
}
